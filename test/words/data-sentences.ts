import { readdirSync, readFileSync } from 'node:fs';
import { type Sentence, sentencesOf } from './sentence.ts';

const data = new URL('../../packages/seed/data/', import.meta.url);

/** What whoever transcribed the documents says of them in their own words; all else in the data is the documents' own. */
const ownWords = new Set(['noteTh', 'chainNoteTh', 'messageTh', 'reasonTh', 'meaningTh', 'basisTh']);

function saidIn(value: unknown, where: string): Sentence[] {
  if (Array.isArray(value)) return value.flatMap((each) => saidIn(each, where));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    ownWords.has(key) && typeof each === 'string'
      ? sentencesOf('data of the documents', `${where} ${key}`, each)
      : saidIn(each, where),
  );
}

/** Every Thai sentence of ours beside the documents' data: rows that are loaded from documents are otherwise theirs, and read by nobody here. */
export const dataSentences = (): Sentence[] =>
  readdirSync(data)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => saidIn(JSON.parse(readFileSync(new URL(name, data), 'utf8')), name));
