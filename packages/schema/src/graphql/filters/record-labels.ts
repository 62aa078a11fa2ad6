/** What Thai readers call the records of each type of the schema; filled when all types are declared (complete-filters.ts). */
export const recordLabels = new Map<string, string>();
