import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ItaInstrumentCode } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import itaFile from '../../data/ita.json' with { type: 'json' };
import { agencyId, identifier, itaIndicatorId, itaRuleSetId } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import { noRows, type TenantRows } from '../rows/tenant-rows.ts';
import { writeTenantRows } from '../rows/write-tenant-rows.ts';
import { fromDocument } from './source.ts';

const text = z.string().min(1);
const count = z.int().min(0);

const ita = parseData(
  'ita.json',
  z.object({
    agencyCode: text,
    document: text,
    fiscalYear: z.int(),
    section: text,
    total: z.object({ printed: text, gradePrintedTh: text }),
    instruments: z.array(
      z.object({
        code: z.enum(ItaInstrumentCode),
        respondents: count.nullable(),
        scorePrinted: text,
        weightedPrinted: text,
      }),
    ),
    indicators: z.array(z.object({ number: z.int(), averagePrinted: text })),
    respondentTables: z.array(
      z.object({
        number: text,
        instrument: z.enum(ItaInstrumentCode),
        titleTh: text,
        titleEn: text,
        totalCountPrinted: count,
        totalPercentPrinted: text,
        rows: z.array(z.object({ labelTh: text, labelEn: text, countPrinted: count, percentPrinted: text })),
      }),
    ),
    otherAssessments: z.array(
      z.object({
        agencyCode: text,
        document: text,
        fiscalYear: z.int(),
        gradePrinted: text,
        gradePrintedTh: text,
        totalPrinted: text.nullable(),
      }),
    ),
  }),
  itaFile,
);

const assessmentId = (agencyCode: string, fiscalYear: number): string =>
  identifier(`ita-assessment:${agencyCode}:${fiscalYear}`);

/** The result that document 000 prints in whole. */
function addWholeResult(rows: TenantRows): void {
  const { agencyCode, fiscalYear, total } = ita;
  const id = assessmentId(agencyCode, fiscalYear);
  const own = { agencyId: agencyId(agencyCode), assessmentId: id };
  const part = (kind: string, ...place: readonly (string | number)[]) => ({
    id: identifier(`ita-${kind}:${[agencyCode, fiscalYear, ...place].join(':')}`),
    ...own,
  });
  rows.itaAssessment.push({
    id,
    agencyId: own.agencyId,
    fiscalYear,
    ruleSetId: itaRuleSetId('ITA-2566'),
    totalPrinted: total.printed,
    gradePrinted: total.gradePrintedTh,
    status: 'IMPORTED',
    ...fromDocument(ita.document, ita.section),
  });
  for (const { respondents, ...score } of ita.instruments)
    rows.itaInstrumentScore.push({ ...part('instrument-score', score.code), ...score, respondentCount: respondents });
  for (const { number, averagePrinted } of ita.indicators)
    rows.itaIndicatorScore.push({
      ...part('indicator-score', number),
      indicatorId: itaIndicatorId('ITA-2566', number),
      averagePrinted,
    });
  for (const { rows: printed, instrument, ...table } of ita.respondentTables) {
    const place = part('respondent-table', table.number);
    rows.itaRespondentTable.push({ ...place, instrumentCode: instrument, ...table });
    for (const [index, row] of printed.entries())
      rows.itaRespondentRow.push({
        ...part('respondent-row', table.number, index + 1),
        tableId: place.id,
        sortOrder: index + 1,
        ...row,
      });
  }
}

/** Of other results a document prints the grade alone: nothing else is known, and nothing is made up. */
function addOtherResults(code: string, rows: TenantRows): void {
  for (const { agencyCode, document, fiscalYear, gradePrinted, gradePrintedTh, totalPrinted } of ita.otherAssessments) {
    if (agencyCode !== code) continue;
    rows.itaAssessment.push({
      id: assessmentId(agencyCode, fiscalYear),
      agencyId: agencyId(agencyCode),
      fiscalYear,
      ruleSetId: itaRuleSetId('ITA-2563'),
      totalPrinted,
      gradePrinted,
      noteTh: `เอกสารพิมพ์ว่าระดับ ${gradePrinted} หรือ${gradePrintedTh} ไม่พิมพ์คะแนน`,
      status: 'IMPORTED',
      ...fromDocument(document),
    });
  }
}

/** The ITA results that the documents print, each agency's under its own scope. */
export async function writeItaResults(tx: Prisma.TransactionClient): Promise<number> {
  let written = 0;
  for (const code of new Set([ita.agencyCode, ...ita.otherAssessments.map(({ agencyCode }) => agencyCode)])) {
    const rows = noRows();
    if (code === ita.agencyCode) addWholeResult(rows);
    addOtherResults(code, rows);
    written += await writeTenantRows(tx, agencyId(code), 'loadDocuments', rows);
  }
  return written;
}
