import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';

type Lifecycle = {
  readonly table: string;
  readonly type: string;
  readonly statuses: readonly string[];
  readonly isOfAgency: boolean;
};

/** Every table whose rows have a status, with the statuses that there are. */
export function lifecycles({ superuser }: DatabaseCopy): Promise<Lifecycle[]> {
  return asSuperuser<Lifecycle>(
    superuser,
    `SELECT c.table_name AS table, t.typname AS type, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS statuses,
       EXISTS (SELECT FROM information_schema.columns a
         WHERE a.table_schema = 'public' AND a.table_name = c.table_name AND a.column_name = 'agencyId') AS "isOfAgency"
     FROM information_schema.columns c
     JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name AND b.table_type = 'BASE TABLE'
     JOIN pg_type t ON t.typname = c.udt_name JOIN pg_enum e ON e.enumtypid = t.oid
     WHERE c.table_schema = 'public' AND c.column_name = 'status' AND c.table_name <> 'BudgetLine'
     GROUP BY c.table_name, t.typname ORDER BY c.table_name`,
  );
}

/** Lets every record have every status, and items of the OIT and findings every state, also without what the database wants beside it, such as the day on which something was done. */
export const freeStatuses = `DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND (pg_get_constraintdef(oid) ~ '\\mstatus\\M' OR conrelid IN ('"OitItem"'::regclass, '"Finding"'::regclass))
  LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', each.place, each.conname); END LOOP; END $$`;

/**
 * Gives every record of the sample agency another status than its neighbour's; in as many worlds as there are statuses, each record has had
 * all of them. What begins as an amendment goes through a draft, so that it is none unless its status says so.
 */
export function turnOf(world: number, all: readonly Lifecycle[]): string {
  return all
    .flatMap(({ table, type, statuses, isOfAgency }) => {
      const label = `(ARRAY[${statuses.map((status) => `'${status}'`).join(', ')}])[1 + (n.place + ${world}) % ${statuses.length}]`;
      const own = isOfAgency ? `WHERE r."agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')` : '';
      const update = (status: string) =>
        `UPDATE "${table}" t SET status = ${status}::text::"${type}"
         FROM (SELECT r.id, row_number() OVER (ORDER BY r.id) AS place FROM "${table}" r ${own}) n WHERE n.id = t.id`;
      // Only an order that is signed and numbered is issued: its triggers are left out. None that was disclosed is a draft again.
      if (table === 'DelegationOrder')
        return [
          `SET session_replication_role = 'replica'`,
          `${update(label)} AND (t.disclosure = 0 OR ${label} <> 'DRAFT')`,
          `SET session_replication_role = 'origin'`,
        ];
      return statuses.includes('AMENDING') ? [update(`'DRAFT'`), update(label)] : [update(label)];
    })
    .join(';\n');
}

const sampleAgency = `(SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`;
const placed = (table: string) =>
  `(SELECT id, row_number() OVER (ORDER BY id) AS place FROM "${table}" WHERE "agencyId" = ${sampleAgency}) n WHERE n.id = t.id`;

/**
 * What the sample city has no example of, set past every trigger: answers of the OIT reviewed and appealed against while its calendar is
 * open, findings that people filed and closed, appointments without an end, and records that were never submitted, so that none was sent to the national system either.
 */
export const rareStates = `SET session_replication_role = 'replica';
  UPDATE "ItaRoundStep" SET "opensOn" = DATE '2020-01-01', "closesOn" = DATE '2096-12-31';
  UPDATE "OitItem" t SET answer = 'LINK', "editionId" = NULL, "declarationId" = NULL, "publicItemId" = NULL, "reviewResult" = (ARRAY['FAILED', 'FAILED', 'FAILED', 'PASSED'])[n.place % 6]::"OitReviewResult",
    "appealedOn" = CASE WHEN n.place % 6 IN (2, 3) THEN DATE '2026-06-01' END,
    "appealResult" = CASE n.place % 6 WHEN 3 THEN 'REJECTED'::"OitAppealResult" END
    FROM ${placed('OitItem')};
  UPDATE "Finding" t SET "ruleKey" = NULL, "closedAs" = (enum_range(NULL::"FindingClosure"))[n.place % 6] FROM ${placed('Finding')} AND n.place % 2 = 0;
  UPDATE "ActingAppointment" t SET "validTo" = NULL FROM ${placed('ActingAppointment')} AND n.place % 2 = 0;
  DELETE FROM "PlanSubmission" WHERE "agencyId" = ${sampleAgency};
  DELETE FROM "StatusChange" WHERE "agencyId" = ${sampleAgency};
  SET session_replication_role = 'origin'`;
