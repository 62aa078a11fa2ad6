import { addDocuments } from '@registry/seed/documents/documents.ts';
import { agencies } from '@registry/seed/reference/agencies.ts';
import { agencyId } from '@registry/seed/rows/identifiers.ts';
import { noRows, type TenantRows } from '@registry/seed/rows/tenant-rows.ts';

export type Claim = { readonly where: string; readonly document: string; readonly words: string };
export type Row = Readonly<Record<string, unknown>>;

const rowsOfDocuments = (): TenantRows => {
  const rows = noRows();
  for (const { code } of agencies) addDocuments(code, rows);
  return rows;
};

export const rows = rowsOfDocuments();

/** The document of a record, and that which names the units of an agency. */
const documentById = new Map<string, string>([
  ...agencies.flatMap(({ code, units: [unit] }): [string, string][] => (unit ? [[agencyId(code), unit.document]] : [])),
  ...Object.values(rows).flatMap((list) =>
    list.flatMap((row: Row): [string, string][] =>
      typeof row['id'] === 'string' && typeof row['sourceDocument'] === 'string'
        ? [[row['id'], row['sourceDocument']]]
        : [],
    ),
  ),
]);

export const documentOf = (row: Row): string => {
  if (typeof row['sourceDocument'] === 'string') return row['sourceDocument'];
  const found = ['projectId', 'planId', 'analysisId', 'measureId', 'agencyId']
    .map((key) => documentById.get(String(row[key])))
    .find((document) => document !== undefined);
  if (!found) throw new Error(`a row without a document: ${JSON.stringify(row)}`);
  return found;
};

export const claimsOf = (wanted: (key: string, row: Row) => boolean): Claim[] =>
  Object.entries(rows).flatMap(([table, list]) =>
    list.flatMap((row: Row) =>
      Object.entries(row).flatMap(([key, value]) =>
        (typeof value === 'string' || typeof value === 'number') && wanted(key, row)
          ? [{ where: `${table}.${key}`, document: documentOf(row), words: String(value) }]
          : [],
      ),
    ),
  );

/** What is claimed to stand in quotation marks stands there too. */
export const quotesOf = (): Claim[] =>
  claimsOf((key) => key === 'noteTh' || key === 'textTh' || key === 'messageTh' || key === 'chainNoteTh').flatMap(
    (claim) =>
      claim.where.startsWith('projectStep') || claim.where.startsWith('planStatement')
        ? []
        : [...claim.words.matchAll(/“([^”]+)”/g)].map(([, words = '']) => ({ ...claim, words })),
  );

/** A figure as the documents print it: counts with commas, in Thai digits. */
export const printedFigure = (value: unknown): string =>
  thaiDigits(typeof value === 'number' ? value.toLocaleString('en') : String(value));

export const thaiDigits = (value: string): string =>
  value.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'.charAt(Number(digit)));
