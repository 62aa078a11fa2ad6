import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { IntegrityMeasure, TargetScope } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import targetsFile from '../../data/integrity-targets.json' with { type: 'json' };
import { agencyId, identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { actAsSeed } from '../rows/seed-account.ts';

const text = z.string().min(1);

const targets = parseData(
  'integrity-targets.json',
  z.array(
    z.strictObject({
      code: text,
      measure: z.enum(IntegrityMeasure),
      scope: z.enum(TargetScope),
      agencyCode: text.nullable(),
      titleTh: text,
      titleEn: text,
      fiscalYearFrom: z.int(),
      fiscalYearTo: z.int(),
      leastPoints: text.nullable(),
      leastSharePercent: text.nullable(),
      rankAtMost: z.int().nullable(),
      sourceDocument: text,
      sourceSection: text,
    }),
  ),
  targetsFile,
);

/** What the documents set out to reach. */
export async function writeIntegrityTargets(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadReferenceData');
  const { count } = await tx.integrityTarget.createMany({
    data: targets.map(({ agencyCode, ...target }) => ({
      id: identifier(`target:${target.code}`),
      ...target,
      agencyId: agencyCode && agencyId(agencyCode),
      sourceTh: `เอกสาร ${target.sourceDocument} ${target.sourceSection}`,
      origin: 'DOCUMENT' as const,
    })),
  });
  return count;
}
