import { decodeGlobalId, encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';
import { everyType } from './tried.ts';

/** The records on which acts are tried, as they stand in one world. */
export type Stage = {
  /** Records of a type: of the sample agency where agencies have them, and as unlike each other as they stand. */
  idsOf(type: string): readonly string[];
  /** One that may be named beside the record which an act is done on: one that is still written, where there is such a one. */
  some(type: string): string;
  /** Another record of the type than this one. */
  other(type: string, record: string | null): string;
  /** The code of an agency. */
  codeOf(agency: string | null): string;
  /** The entries of a record, by the column that names it. */
  entriesOf(type: string, column: string, record: string): Promise<readonly string[]>;
};

type Row = { readonly id: string; readonly row: Readonly<Record<string, unknown>> };

const ROWS_OF_TYPE = 60;

/** An id of no record. */
const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** Columns of a table that tell how its rows stand. */
const standing = [
  'status',
  'closedAs',
  'closedOn',
  'ruleKey',
  'filedOn',
  'validTo',
  'endedAt',
  'archivedAt',
  'completeness',
  'coverage',
  'answer',
  'reviewResult',
  'appealedOn',
  'appealResult',
];

type Column = { readonly table: string; readonly column: string };

const columnsOf = (superuser: string) =>
  asSuperuser<Column>(
    superuser,
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  );

function rowsOf(superuser: string, type: string, columns: readonly string[]): Promise<Row[]> {
  const by = standing.filter((column) => columns.includes(column)).map((column) => `r."${column}"::text`);
  const where = columns.includes('agencyId')
    ? `WHERE r."agencyId" IS NULL OR r."agencyId" = (SELECT id FROM "Agency" WHERE code = 'SAMPLE-1')`
    : '';
  return asSuperuser<Row>(
    superuser,
    `SELECT id, row FROM (SELECT r.id, to_jsonb(r) AS row, row_number() OVER (PARTITION BY ${by.join(', ') || '1'} ORDER BY r.id) AS place
       FROM "${type}" r ${where}) s
     ORDER BY place, id LIMIT ${ROWS_OF_TYPE}`,
  );
}

/** Reads how the records stand now. */
export async function stageOf({ superuser }: DatabaseCopy): Promise<Stage> {
  const columns = await columnsOf(superuser);
  const rows = new Map<string, Row[]>();
  for (const type of [...everyType, 'Control', 'Risk', 'Edition']) {
    const own = columns.filter(({ table }) => table === type).map(({ column }) => column);
    if (type !== null && own.includes('id')) rows.set(type, await rowsOf(superuser, type, own));
  }
  const found = (type: string): readonly Row[] => rows.get(type) ?? [];
  return {
    idsOf: (type) => found(type).map(({ id }) => encodeGlobalId(type, id)),
    some(type) {
      const [first] = found(type);
      const { id } = found(type).find(({ row }) => row.status === 'DRAFT') ?? first ?? { id: NOBODYS };
      return encodeGlobalId(type, id);
    },
    other: (type, record) =>
      found(type)
        .map(({ id }) => encodeGlobalId(type, id))
        .find((id) => id !== record) ?? encodeGlobalId(type, NOBODYS),
    codeOf: (agency) =>
      String(found('Agency').find(({ id }) => encodeGlobalId('Agency', id) === agency)?.row.code ?? 'NONE'),
    async entriesOf(type, column, record) {
      const entries = await asSuperuser<{ id: string }>(superuser, `SELECT id FROM "${type}" WHERE "${column}" = $1`, [
        decodeGlobalId(record)?.id,
      ]);
      return entries.map(({ id }) => encodeGlobalId(type, id));
    },
  };
}
