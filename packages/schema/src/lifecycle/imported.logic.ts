import type { RecordStatusName } from './lifecycle.logic.ts';

/**
 * Whether a record was only taken from a document that its agency published. Nobody has acted on it here, so nothing that the registry
 * itself asks for (reviews, reports by a day) is due on it. It ends when the agency amends the record.
 */
export const isImported = ({ status }: { readonly status: RecordStatusName }): boolean => status === 'IMPORTED';

/** The opposite as a condition of SQL, on the table of that name. */
export const isActedOn = (table: string): string => `${table}.status <> 'IMPORTED'`;
