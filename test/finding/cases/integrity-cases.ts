import { today } from '../../kit/today.ts';
import { agency, id } from '../stage.ts';
import { type Cases, thisMonth } from './case.ts';

const noPublicItem = `DELETE FROM "PublicItem" WHERE id = '${id(62)}'`;
/** Something that the agency has published. */
const publicItem = ({ currentOn, month = 'NULL' }: { currentOn: string; month?: string }) =>
  `${noPublicItem}; INSERT INTO "PublicItem" (id, "agencyId", disclosure, status, topic, "titleTh", "titleEn", "currentOn", "summaryMonth")
   VALUES ('${id(62)}', ${agency}, 2, 'PUBLISHED', 'BUDGET', 'ข้อมูล', 'Item', ${currentOn}, ${month})`;
const summaryBeforeLast = (status: string) =>
  `UPDATE "PublicItem" SET status = '${status}' WHERE "agencyId" = ${agency} AND "summaryMonth" = (date_trunc('month', ${today}) - interval '3 months')::date`;
const declaration = (number: number, kind: string, fiscalYear: string, signatory = 'NULL', signedOn = 'NULL') =>
  `INSERT INTO "Declaration" (id, "agencyId", kind, form, "fiscalYear", "titleTh", status, "signatoryId", "signedOn")
   VALUES ('${id(number)}', ${agency}, '${kind}', 'POLICY', ${fiscalYear}, 'x', 'RECORDED', ${signatory}, ${signedOn})`;
const gift = (number: number, outcome: string) =>
  `INSERT INTO "GiftReport" (id, "agencyId", "positionId", "offeredOn", "receivedOn", "fiscalYear", half, giver, benefit, occasion, "valueBand", outcome, status)
   VALUES ('${id(number)}', ${agency}, '${id(43)}', '1956-12-01', '1956-12-01', 2500, 1, 'CITIZEN', 'FOOD', 'OTHER', 'UP_TO_1000', '${outcome}', 'RECORDED')`;
const noGifts = (half: number) =>
  `INSERT INTO "NoGiftStatement" (id, "agencyId", "fiscalYear", half, "statedOn")
   VALUES (gen_random_uuid(), ${agency}, 2499, ${half}, ${today})`;
const audit = (month: string, held = 'NULL') =>
  `${noAudit}; INSERT INTO "InternalAudit" (id, "agencyId", disclosure, status, "fiscalYear", "topicTh", "plannedMonth", "heldFrom", "heldTo")
   VALUES ('${id(68)}', ${agency}, 1, 'RECORDED', app.fiscal_year_of(${month}), 'การรับเงิน', ${month}, ${held}, ${held})`;
const noAudit = `DELETE FROM "AuditObservation" WHERE id = '${id(69)}'; DELETE FROM "InternalAudit" WHERE id = '${id(68)}'`;
const observation = (dueOn: string) =>
  `${audit(thisMonth, today)}; INSERT INTO "AuditObservation" (id, "agencyId", status, "auditId", number, "observationTh", "recommendationTh", "positionId", "dueOn")
   VALUES ('${id(69)}', ${agency}, 'RECORDED', '${id(68)}', 1, 'x', 'x', '${id(43)}', ${dueOn})`;
const declaredWithin = (days: number) =>
  `CREATE OR REPLACE FUNCTION app.declaration_due_days() RETURNS integer LANGUAGE sql IMMUTABLE RETURN ${days}`;

/** What makes each check of declarations, gifts, internal audits and public items true, and what makes it false again. */
export const integrityCases: Cases = {
  PUBLIC_ITEM_STALE: [publicItem({ currentOn: `${today} - interval '13 months'` }), noPublicItem],
  PROCUREMENT_SUMMARY_MISSING: [
    `${publicItem({ currentOn: today, month: `date '2016-09-01'` })}; ${summaryBeforeLast('DRAFT')}`,
    `${noPublicItem}; ${summaryBeforeLast('PUBLISHED')}`,
  ],
  DECLARATION_MISSING: [
    // On every day of the year that it may be tried: the days that are left for it are over.
    `${declaredWithin(-1)}; ${declaration(61, 'INTEGRITY_POLICY', '2500')}`,
    declaration(62, 'INTEGRITY_POLICY', `app.fiscal_year_of(${today})`),
  ],
  DECLARATION_NOT_SIGNED_BY_HEAD: [
    declaration(63, 'ANTI_BRIBERY_POLICY', '2500', `'${id(43)}'`, today),
    `UPDATE "Declaration" SET "signatoryId" = (SELECT id FROM "Position" WHERE "agencyId" = ${agency} AND "isHead") WHERE id = '${id(63)}'`,
  ],
  GIFT_REPORT_MISSING: [`${declaration(65, 'NO_GIFT_POLICY', '2499')}; ${noGifts(1)}`, noGifts(2)],
  GIFT_KEPT_DESPITE_POLICY: [
    `${declaration(66, 'NO_GIFT_POLICY', '2500')}; ${gift(67, 'KEPT')}`,
    `DELETE FROM "Declaration" WHERE id = '${id(66)}'; DELETE FROM "GiftReport" WHERE id = '${id(67)}'`,
  ],
  INTERNAL_AUDIT_NOT_DONE: [audit(`(${thisMonth} - interval '1 month')::date`), `${audit(thisMonth)}`],
  AUDIT_FOLLOW_UP_OVERDUE: [observation(`${today} - 1`), observation(today)],
  DECLARATION_NOT_ACKNOWLEDGED: [
    declaration(64, 'NO_GIFT_POLICY', '2500', 'NULL', `${today} - 100`),
    `INSERT INTO "DeclarationAcknowledgement" (id, "agencyId", "declarationId", "unitId", acknowledged, "headCount", "countedOn")
       SELECT gen_random_uuid(), "agencyId", '${id(64)}', id, 1, 1, ${today} FROM "Unit" WHERE "agencyId" = ${agency}`,
  ],
};
