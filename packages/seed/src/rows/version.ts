/**
 * Raised with every change of the documents' data. What is loaded under a name with the version in it is loaded once for each version: a
 * database that holds an older one is brought to this one by its next start.
 */
const DOCUMENTS_VERSION = 6;

export const versioned = (name: string): string => `${name}-${DOCUMENTS_VERSION}`;
