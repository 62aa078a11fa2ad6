import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';

type Row = { readonly id: string };

const ROWS_OF_TYPE = 3;

/** Columns of a table that tell how its rows stand. */
const standing = ['status', 'closedAs', 'ruleKey', 'filedOn', 'validTo', 'archivedAt', 'completeness', 'coverage'];

/** Records of each type: of the sample agency where agencies have them, and as unlike each other as they stand. */
export async function recordsOf({ superuser }: DatabaseCopy, types: readonly string[]): Promise<Map<string, string[]>> {
  const columns = await asSuperuser<{ table: string; column: string }>(
    superuser,
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const found = new Map<string, string[]>();
  for (const type of types) {
    const own = columns.filter(({ table }) => table === type).map(({ column }) => column);
    const by = standing
      .filter((column) => own.includes(column))
      .map((column) => `r."${column}" IS NULL, r."${column}"::text`);
    const where = own.includes('agencyId')
      ? `WHERE r."agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`
      : type === 'Agency'
        ? `WHERE r.code IN ('SAMPLE-1', 'SAMPLE-2')`
        : '';
    const rows = await asSuperuser<Row>(
      superuser,
      `SELECT id FROM (SELECT r.id, row_number() OVER (PARTITION BY ${by.join(', ') || '1'} ORDER BY r.id) AS place FROM "${type}" r ${where}) s
       ORDER BY place, id LIMIT ${ROWS_OF_TYPE}`,
    );
    found.set(
      type,
      rows.map(({ id }) => encodeGlobalId(type, id)),
    );
  }
  return found;
}
