import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { IndicatorOperator, ResultFrequency } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import resultsFile from '../../data/results.json' with { type: 'json' };
import { agencyId, identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { noRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { fromDocument } from './source.ts';

const text = { no: z.int(), textTh: z.string(), textEn: z.string() };
const frequency = z.enum(ResultFrequency).nullable();

const report = parseData(
  'results.json',
  z.object({
    agencyCode: z.string(),
    document: z.string(),
    fiscalYear: z.int(),
    indicators: z.array(
      z.object({
        number: z.int(),
        section: z.string(),
        guidelines: z.array(z.object(text)),
        results: z.array(
          z.object({
            ...text,
            frequency,
            operator: z.enum(IndicatorOperator).nullable(),
            threshold: z.number().nullable(),
            unit: z.string().nullable(),
            unitTh: z.string().nullable(),
            isNumbered: z.boolean().default(true),
            systemNamed: z.string().nullable().default(null),
            listCount: z.int().nullable().default(null),
            noteTh: z.string().nullable().default(null),
            children: z.array(z.object({ ...text, reportYear: z.int().nullable(), frequency })),
          }),
        ),
      }),
    ),
  }),
  resultsFile,
);

/** The report of document 004, whole: what Thon Buri set out to do about each indicator, and what it did, in the order in which it is printed. */
export async function writeGuidelines(tx: Prisma.TransactionClient): Promise<number> {
  const { agencyCode, document, fiscalYear, indicators } = report;
  const owner = agencyId(agencyCode);
  const rows = noRows();
  for (const { number: indicatorNumber, section, guidelines, results } of indicators) {
    const of = { agencyId: owner, fiscalYear, indicatorNumber, status: 'IMPORTED' as const };
    const idOf = (kind: string, ...place: number[]) =>
      identifier(`${kind}:${[agencyCode, fiscalYear, indicatorNumber, ...place].join(':')}`);
    for (const { no: number, textTh, textEn } of guidelines) {
      const id = idOf('guideline', number);
      rows.guideline.push({ ...of, id, number, textTh, textEn, ...fromDocument(document, section) });
    }
    for (const { no: number, children, ...said } of results) {
      const resultId = idOf('guideline-result', number);
      rows.guidelineResult.push({ ...of, id: resultId, number, ...said, ...fromDocument(document, section) });
      for (const { no, ...part } of children) {
        const id = idOf('guideline-result-part', number, no);
        rows.guidelineResultPart.push({ id, agencyId: owner, resultId, number: no, ...part });
      }
    }
  }
  return writeTenantRows(tx, owner, 'loadDocuments', rows);
}
