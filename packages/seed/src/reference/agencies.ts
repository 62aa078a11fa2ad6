import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { UnitKind } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import agenciesFile from '../../data/agencies.json' with { type: 'json' };
import { agencyId } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';

const inferred = z.array(z.string()).default([]);

const agency = z.object({
  code: z.string(),
  dopaCode: z.coerce.number().int().min(1001).max(1050).optional(),
  kind: z.enum(['DISTRICT_OFFICE', 'DEPARTMENT', 'OFFICE', 'LOCAL_GOVERNMENT']),
  parentCode: z.string().nullish(),
  districtGroup: z.enum(['CENTRAL', 'SOUTH', 'NORTH', 'EAST', 'NORTH_THONBURI', 'SOUTH_THONBURI']).optional(),
  nameTh: z.string(),
  nameEn: z.string(),
  inferred,
  noteTh: z.string().nullish(),
  units: z
    .array(
      z.object({
        code: z.string(),
        parentCode: z.string().nullish(),
        nameTh: z.string(),
        nameEn: z.string().nullable(),
        kind: z.enum(UnitKind),
        namePrinted: z.string().nullable().default(null),
        inferred,
        noteTh: z.string().nullable().default(null),
        document: z.string(),
        section: z.string().nullable().default(null),
      }),
    )
    .default([]),
  positions: z
    .array(
      z.object({
        code: z.string(),
        titleTh: z.string(),
        titleEn: z.string().nullish(),
        unitCode: z.string().nullish(),
        isHead: z.boolean(),
        inferred,
        document: z.string(),
        section: z.string(),
      }),
    )
    .default([]),
});

export type DocumentedAgency = z.output<typeof agency>;

/** All agencies of the city and the local government of document 002, with the units and positions that the documents name. */
export const agencies: readonly DocumentedAgency[] = parseData('agencies.json', z.array(agency), agenciesFile);

export async function writeAgencies(tx: Prisma.TransactionClient): Promise<number> {
  const { count } = await tx.agency.createMany({
    data: agencies.map(({ code, dopaCode, kind, parentCode, districtGroup, nameTh, nameEn, inferred, noteTh }) => ({
      id: agencyId(code),
      code,
      dopaCode,
      kind,
      districtGroup,
      nameTh,
      nameEn,
      inferred,
      noteTh: noteTh ?? null,
      parentId: parentCode ? agencyId(parentCode) : null,
    })),
  });
  return count;
}
