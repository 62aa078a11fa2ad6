import type { Message } from '@registry/schema/base/message.logic.ts';
import { z } from 'zod';
import type { PublishedEdition, RecordKind } from './published-editions.ts';

/** A value of a row; a list has its values one after the other, in CSV with `;` between them. */
const cell = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]).nullish();
export type Cell = Exclude<z.infer<typeof cell>, undefined>;

/** Types of Table Schema (Frictionless Data). */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'list';

/** What a column means: that of a field of the API (`Risk.titleTh`), so that it is said once, or in words of its own. */
export type Meaning = `${string}.${string}` | Message;

export type Column = { readonly type: ColumnType; readonly means: Meaning };
export type Columns = Readonly<Record<string, Column>>;

/** A table of what is published. */
export type Dataset = {
  /** Its address: `/open-data/<name>.csv`. It never changes. */
  readonly name: string;
  readonly title: Message;
  readonly description: Message;
  /** Of which records its rows are, by the latest edition of each; of every edition where there is none. */
  readonly kind: RecordKind | null;
  readonly columns: Columns;
  readonly rowsOf: (edition: PublishedEdition) => Iterable<Readonly<Record<string, Cell>>>;
};

const sharedColumns: Columns = {
  agencyCode: { type: 'string', means: 'Agency.code' },
  agencyNameTh: { type: 'string', means: 'Agency.nameTh' },
  agencyNameEn: { type: 'string', means: 'Agency.nameEn' },
  agencyKind: { type: 'string', means: 'Agency.kind' },
  districtGroup: { type: 'string', means: 'Agency.districtGroup' },
  isSample: {
    type: 'boolean',
    means: {
      th: 'true = หน่วยงานตัวอย่าง ข้อมูลสมมุติทั้งหมด',
      en: 'true where the agency is invented and everything it published is synthetic; leave such rows out of any figure about the city.',
    },
  },
  editionId: {
    type: 'string',
    means: {
      th: 'รหัสฉบับเผยแพร่',
      en: 'Id of the edition: /editions/<id> answers the whole of it, byte for byte as published.',
    },
  },
  editionNumber: { type: 'integer', means: 'Edition.number' },
  publishedAt: { type: 'datetime', means: 'Edition.publishedAt' },
};

/** Whose a row is, and in which edition it stands. */
const sharedCells = ({ agency, ...edition }: PublishedEdition): Readonly<Record<string, Cell>> => ({
  agencyCode: agency.code,
  agencyNameTh: agency.nameTh,
  agencyNameEn: agency.nameEn,
  agencyKind: agency.kind,
  districtGroup: agency.districtGroup,
  isSample: agency.kind === 'SAMPLE',
  editionId: edition.id,
  editionNumber: edition.number,
  publishedAt: edition.publishedAt.toISOString(),
});

type Declared = Omit<Dataset, 'rowsOf'> & {
  /** The rows of an edition: a value for each column, under its name; what it does not have is empty. */
  readonly rowsOf: (edition: PublishedEdition) => readonly Readonly<Record<string, unknown>>[];
};

/** Declares a table; every row of every table also says whose it is. */
export const dataset = ({ columns, rowsOf, ...about }: Declared): Dataset => ({
  ...about,
  columns: { ...sharedColumns, ...columns },
  *rowsOf(edition) {
    const shared = sharedCells(edition);
    const names = Object.keys(columns);
    for (const row of rowsOf(edition))
      yield { ...shared, ...Object.fromEntries(names.map((name) => [name, cell.parse(row[name]) ?? null])) };
  },
});

/** Columns under the names of fields of a type of the API, which describe them. */
export const fieldsOf = (type: string, columns: Readonly<Record<string, ColumnType>>): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, columnType]) => [name, { type: columnType, means: `${type}.${name}` }]),
  );
