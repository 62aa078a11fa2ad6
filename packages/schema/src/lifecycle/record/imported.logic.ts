/**
 * Whether a record was only taken from a document that its agency published: the centre has approved nothing of it here, so nothing that the
 * registry itself asks for (reviews, reports by a day) is due on it. Amending it does not end that, and the approval of the amendment does; the
 * database derives it.
 */
export const isImported = (record: { readonly isImported: boolean }): boolean => record.isImported;
