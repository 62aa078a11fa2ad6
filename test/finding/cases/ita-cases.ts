import { today } from '../../kit/today.ts';
import { agency, id } from '../stage.ts';
import type { Cases } from './case.ts';

/** An ITA result of a year of its own; further columns as they are given. */
export const noOit = `DELETE FROM "OitItem" WHERE id = '${id(82)}'; DELETE FROM "OitChecklistItem" WHERE id = '${id(81)}';
  DELETE FROM "ItaRoundStep" WHERE "roundId" = '${id(80)}'; DELETE FROM "ItaRound" WHERE id = '${id(80)}'`;
/** An item of a round of the running year, whose days to answer are over. */
const oitItem = (columns: string, values: string) =>
  `${noOit}; INSERT INTO "ItaRound" (id, "fiscalYear", "ruleSetId", "sourceTh")
   SELECT '${id(80)}', app.fiscal_year_of(${today}), id, 'x' FROM "ItaRuleSet" WHERE code = 'ITA-2566';
   INSERT INTO "OitChecklistItem" (id, "roundId", code, "sortOrder", "textTh", "indicatorId") VALUES ('${id(81)}', '${id(80)}', 'O1', 1, 'x', '${id(83)}');
   INSERT INTO "ItaRoundStep" ("roundId", step, "opensOn", "closesOn") VALUES ('${id(80)}', 'OIT_ANSWERS', ${today} - 9, ${today} - 1);
   INSERT INTO "OitItem" (id, "agencyId", "checklistItemId", "fiscalYear", ${columns})
   VALUES ('${id(82)}', ${agency}, '${id(81)}', app.fiscal_year_of(${today}), ${values})`;
const itaResult = (number: number, columns = '', values = '') =>
  `INSERT INTO "ItaAssessment" (id, "agencyId", disclosure, "fiscalYear", "ruleSetId", status${columns})
   SELECT '${id(number)}', ${agency}, 2, ${2500 + number}, id, 'RECORDED'${values} FROM "ItaRuleSet" WHERE code = 'ITA-2566'`;
const itaScore = (number: number, score: string, weighted = 'NULL') =>
  `INSERT INTO "ItaInstrumentScore" (id, "agencyId", disclosure, "assessmentId", code, "scorePrinted", "weightedPrinted")
   VALUES (gen_random_uuid(), ${agency}, 2, '${id(number)}', 'IIT', '${score}', ${weighted})`;
const itaAverages = (number: number) =>
  `INSERT INTO "ItaIndicatorScore" (id, "agencyId", disclosure, "assessmentId", "indicatorId", "averagePrinted")
   SELECT gen_random_uuid(), ${agency}, 2, '${id(number)}', n.id, '90' FROM "ItaIndicator" n JOIN "ItaRuleSet" r ON r.id = n."ruleSetId" AND r.code = 'ITA-2566'`;
const itaTable = (number: number, total: string, row: string) =>
  `${itaResult(number)}; INSERT INTO "ItaRespondentTable" (id, "agencyId", disclosure, "assessmentId", number, "instrumentCode", "titleTh", "totalCountPrinted", "totalPercentPrinted")
   VALUES ('${id(number + 1)}', ${agency}, 2, '${id(number)}', '2.1', 'IIT', 'ตามอายุ', ${total});
   INSERT INTO "ItaRespondentRow" (id, "agencyId", disclosure, "assessmentId", "tableId", "sortOrder", "labelTh", "countPrinted", "percentPrinted")
   VALUES ('${id(number + 2)}', ${agency}, 2, '${id(number)}', '${id(number + 1)}', 1, 'กลุ่มหนึ่ง', ${row})`;
const itaGone = ['ItaRespondentRow', 'ItaRespondentTable', 'ItaIndicatorScore', 'ItaInstrumentScore']
  .map((part) => `DELETE FROM "${part}" WHERE "assessmentId"::text LIKE '${id(0).slice(0, 30)}%'`)
  .concat(`DELETE FROM "ItaAssessment" WHERE id::text LIKE '${id(0).slice(0, 30)}%'`)
  .join('; ');

/** What makes each check of ITA results and answers to the OIT true, and what makes it false again. */
export const itaCases: Cases = {
  OIT_ITEMS_UNANSWERED: [oitItem('answer', `'NONE'`), noOit],
  OIT_ANSWER_GONE: [oitItem('answer, "publicItemId"', `'CHOSEN', '${id(62)}'`), noOit],
  OIT_ANSWER_STALE: [
    oitItem('answer, address, "isPublished", "coversYear"', `'LINK', 'https://example.go.th', true, false`),
    `UPDATE "OitItem" SET "coversYear" = true WHERE id = '${id(82)}'`,
  ],
  ITA_SCORE_DIFFERS: [`${itaResult(71)}; ${itaAverages(71)}; ${itaScore(71, '91')}`, itaGone],
  ITA_WEIGHTED_SCORE_DIFFERS: [`${itaResult(72)}; ${itaScore(72, '90', `'28.00'`)}`, itaGone],
  ITA_TOTAL_DIFFERS: [`${itaResult(73, ', "totalPrinted"', `, '91'`)}; ${itaAverages(73)}`, itaGone],
  ITA_GRADE_DIFFERS: [itaResult(74, ', "gradePrinted", "gradeCode"', `, 'ผ่านดี', 'PASS'`), itaGone],
  ITA_RESPONDENTS_DIFFER: [itaTable(75, '10, NULL', '9, NULL'), itaGone],
  ITA_PERCENTAGES_DIFFER: [itaTable(75, `NULL, '100.00'`, `NULL, '90.00'`), itaGone],
  ITA_PERCENTAGES_ROUNDED: [itaTable(75, `NULL, '100.00'`, `NULL, '99.996'`), itaGone],
  ITA_PERCENTAGE_DIFFERS: [itaTable(75, '10, NULL', `5, '40.00'`), itaGone],
};
