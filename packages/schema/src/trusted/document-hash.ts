import { createHash } from 'node:crypto';

/** The hash without the name of its algorithm, which clients may write before it. */
export const bareHash = (hash: string): string =>
  hash
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');

/** The hash under which a document is registered. */
export const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');
