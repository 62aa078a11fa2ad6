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

/** Lets every record have every status, also without what the database wants beside it, such as the day on which something was done. */
export const freeStatuses = `DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
    WHERE contype = 'c' AND connamespace = 'public'::regnamespace AND pg_get_constraintdef(oid) ~ '\\mstatus\\M'
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
      // Only an order that is signed and numbered is issued: its triggers are left out.
      if (table === 'DelegationOrder')
        return [`SET session_replication_role = 'replica'`, update(label), `SET session_replication_role = 'origin'`];
      return statuses.includes('AMENDING') ? [update(`'DRAFT'`), update(label)] : [update(label)];
    })
    .join(';\n');
}
