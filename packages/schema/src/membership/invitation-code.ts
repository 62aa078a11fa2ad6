import { createHash, randomBytes } from 'node:crypto';

/** 160 random bits, in eight groups that people can copy: nobody guesses one. */
const BYTES = 20;
const GROUP = /.{5}/g;

/** A new code of an invitation, as it is shown once. */
export const newCode = (): string => (randomBytes(BYTES).toString('hex').toUpperCase().match(GROUP) ?? []).join('-');

/** What is kept of a code, however it is typed. */
export const hashOfCode = (code: string): string =>
  createHash('sha256')
    .update(code.replace(/[^0-9a-z]/gi, '').toUpperCase())
    .digest('hex');
