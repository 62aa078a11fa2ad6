import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { FindingSeverity } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import findingsFile from '../../data/cross-agency-findings.json' with { type: 'json' };
import { bringTable } from '../rows/bring-table.ts';
import { agencyId, identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { actAsSeed } from '../rows/seed-account.ts';

export const crossAgencyFindings = parseData(
  'cross-agency-findings.json',
  z.array(
    z.object({
      no: z.int(),
      code: z.string().regex(/^[A-Z_]+$/),
      severity: z.enum(FindingSeverity),
      messageTh: z.string(),
      messageEn: z.string(),
      evidence: z
        .array(
          z.object({
            agencyCode: z.string(),
            document: z.string(),
            section: z.string().nullable(),
            printed: z.string().nullable(),
          }),
        )
        .min(2),
    }),
  ),
  findingsFile,
);

const findingId = (no: number): string => identifier(`cross-agency-finding:${no}`);

/** What the documents of several agencies have in common or say otherwise: the centre's, which may read them all. */
export async function writeCrossAgencyFindings(tx: Prisma.TransactionClient): Promise<number> {
  await actAsSeed(tx, 'loadDocuments');
  const findings = await bringTable(
    tx,
    'CrossAgencyFinding',
    crossAgencyFindings.map(({ no, evidence: _evidence, ...finding }) => ({
      ...finding,
      id: findingId(no),
      origin: 'DOCUMENT',
    })),
  );
  const evidence = await bringTable(
    tx,
    'CrossAgencyEvidence',
    crossAgencyFindings.flatMap(({ no, evidence }) =>
      evidence.map(({ agencyCode, document, section, printed }, index) => ({
        id: identifier(`cross-agency-evidence:${no}:${index + 1}`),
        findingId: findingId(no),
        sortOrder: index + 1,
        aboutId: agencyId(agencyCode),
        sourceDocument: document,
        sourceSection: section,
        printed,
      })),
    ),
  );
  return findings + evidence;
}
