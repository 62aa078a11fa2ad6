import { fiscalYearOf } from '@registry/schema/base/fiscal-year.logic.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { registryAccountId } from '@registry/seed/rows/registry-account.ts';
import { today } from '../../kit/today.ts';
import { agency, id } from '../stage.ts';

/** By the code of a check: the statement that makes it true on the stage, and the one that makes it false again. */
export type Cases = Readonly<Record<string, readonly [makesTrue: string, makesFalse: string]>>;

export const thisMonth = `date_trunc('month', ${today})::date`;
/** A fiscal year whose reports are owed and late, on whatever day this runs. */
export const LAST_YEAR = fiscalYearOf(todayInBangkok()) - 2;
/** The level of the first risk on the stage. */
export const risk = (level: string) => `UPDATE "Risk" SET level = '${level}' WHERE id = '${id(11)}'`;

/** An amendment that has removed an item of what a record said before, and its approval. */
export const amended = (table: string, link: string, record: string, content: object): Cases[string] => [
  `UPDATE "${table}" SET status = 'AMENDING', "isAmendment" = true WHERE id = '${record}';
    INSERT INTO "StatusChange" (id, "agencyId", "${link}", act, "fromStatus", "toStatus", "contentBefore", "accountId", role)
    VALUES ('${id(51)}', ${agency}, '${record}', 'AMEND', 'PUBLISHED', 'AMENDING', '${JSON.stringify(content)}', '${registryAccountId}', 'APPROVER')`,
  `UPDATE "${table}" SET status = 'DRAFT', "isAmendment" = false WHERE id = '${record}'; DELETE FROM "StatusChange" WHERE id = '${id(51)}'`,
];
