import { documentSentences, thaiOfConflict } from './document-sentences.ts';
import { requestSentences } from './request-sentences.ts';
import { thaiBy } from './sentence.ts';
import { thaiOfSyntax } from './syntax-sentences.ts';
import { valueSentences } from './value-sentences.ts';

const sentences = [...documentSentences, ...valueSentences, ...requestSentences];

/** Used where a library's message has no Thai translation yet; the place of the error is shown with it. */
const somewhere = 'โปรดตรวจคำขอตรงตำแหน่งที่ระบุ';

const suggestion = / Did you mean (.+)\?$/s;

/** What might have been meant: the names that are quoted. */
function thaiOfSuggestion(english: string): string {
  const names = suggestion.exec(english)?.[1]?.match(/"[^"]*"/g) ?? [];
  return names.length > 0 ? ` (อาจหมายถึง ${names.join(' หรือ ')})` : '';
}

/** What a library says of a request, in Thai: names of the schema and what the client sent stand in quotes. */
export function thaiSentence(english: string): string {
  const said = english.trim();
  const plain = said.replace(suggestion, '');
  const thai = thaiOfSyntax(said) ?? thaiOfConflict(said) ?? thaiBy(sentences, plain);
  return thai === null ? somewhere : thai + thaiOfSuggestion(said);
}
