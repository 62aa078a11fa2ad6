import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { z } from 'zod';
import frameworkFile from '../../data/framework.json' with { type: 'json' };
import { dimensionId, frameworkId, missionId, subMissionId } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';

const numbered = { code: z.string(), titleTh: z.string().nullable(), titleEn: z.string().nullable() };

const frameworkShape = z.object({
  version: z.string(),
  titleTh: z.string(),
  titleEn: z.string(),
  fiscalYearFrom: z.int(),
  fiscalYearTo: z.int(),
  dimensions: z
    .array(
      z.object({
        number: z.int().min(1).max(4),
        titleTh: z.string(),
        titleEn: z.string(),
        missions: z.array(z.object({ ...numbered, subMissions: z.array(z.object(numbered)).default([]) })),
      }),
    )
    .length(4),
});

/** The one framework that the documents follow. */
export const framework = parseData('framework.json', frameworkShape, frameworkFile);

export const frameworkVersion = framework.version;

export async function writeFramework(tx: Prisma.TransactionClient): Promise<number> {
  const { version, dimensions, titleTh, titleEn, fiscalYearFrom, fiscalYearTo } = framework;
  const missions = dimensions.flatMap(({ number, missions }) => missions.map((mission) => ({ ...mission, number })));
  const subMissions = missions.flatMap(({ code, subMissions }) =>
    subMissions.map((entry) => ({ ...entry, missionCode: code })),
  );
  await tx.framework.create({
    data: { id: frameworkId(version), version, titleTh, titleEn, fiscalYearFrom, fiscalYearTo },
  });
  await tx.frameworkDimension.createMany({
    data: dimensions.map(({ number, titleTh, titleEn }) => ({
      id: dimensionId(version, number),
      frameworkId: frameworkId(version),
      number,
      titleTh,
      titleEn,
    })),
  });
  await tx.frameworkMission.createMany({
    data: missions.map(({ number, code, titleTh, titleEn }) => ({
      id: missionId(version, code),
      dimensionId: dimensionId(version, number),
      code,
      titleTh,
      titleEn,
    })),
  });
  await tx.frameworkSubMission.createMany({
    data: subMissions.map(({ missionCode, code, titleTh, titleEn }) => ({
      id: subMissionId(version, code),
      missionId: missionId(version, missionCode),
      code,
      titleTh,
      titleEn,
    })),
  });
  return 1 + dimensions.length + missions.length + subMissions.length;
}
