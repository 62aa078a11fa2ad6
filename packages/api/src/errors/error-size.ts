import type { FieldProblem, Message } from '@registry/schema/base/message.logic.ts';
import {
  ERRORS_BYTES_MAX,
  LOCATIONS_SHOWN_MAX,
  PROBLEMS_SHOWN_MAX,
  SENTENCE_LENGTH_MAX,
} from '@registry/schema/graphql/limits.ts';
import type { GraphQLFormattedError } from 'graphql';
import type { Language } from '../language/language.ts';

/** What graphql-js quotes stands at the beginning of its sentences, and what is wrong with it at the end. */
const BEGINNING = SENTENCE_LENGTH_MAX / 3;

/** A sentence without the middle of what it quotes, where that is long: a client knows what it sent. */
export function shortened(text: string): string {
  if (text.length <= SENTENCE_LENGTH_MAX) return text;
  return `${text.slice(0, BEGINNING)} … ${text.slice(BEGINNING - SENTENCE_LENGTH_MAX)}`;
}

const moreProblems = (count: number): Message => ({
  th: `และยังมีข้อมูลที่ผิดอีก ${count} ช่อง`,
  en: `And ${count} more fields are wrong.`,
});

/** The sentence of a refusal, with the number of wrong fields that are not listed. */
export function sentenceOf({ th, en }: Message, problems: readonly FieldProblem[]): Message {
  const short = { th: shortened(th), en: shortened(en) };
  const left = problems.length - PROBLEMS_SHOWN_MAX;
  if (left <= 0) return short;
  const more = moreProblems(left);
  return { th: `${short.th} · ${more.th}`, en: `${short.en} ${more.en}` };
}

/** The fields that are wrong in the language of the client: the first of them, where they are many. */
export const problemsIn = (problems: readonly FieldProblem[], language: Language) =>
  problems.slice(0, PROBLEMS_SHOWN_MAX).map(({ field, message, ...place }) => ({
    ...place,
    field: shortened(field),
    message: shortened(message[language]),
  }));

/** The places in the document that an error is about: the first of them, where they are many. */
export const shownLocations = ({ locations }: GraphQLFormattedError) =>
  locations ? { locations: locations.slice(0, LOCATIONS_SHOWN_MAX) } : {};

const moreErrors = (count: number): Message => ({
  th: `และยังมีข้อผิดพลาดอีก ${count} รายการ`,
  en: `And ${count} more errors.`,
});

/** The errors of an answer, cut to a readable number: an answer does not grow with the mistakes of its request. */
export function withinBytes(
  errors: readonly GraphQLFormattedError[],
  language: Language,
): readonly GraphQLFormattedError[] {
  let bytes = 0;
  const end = errors.findIndex((error) => {
    bytes += Buffer.byteLength(JSON.stringify(error));
    return bytes > ERRORS_BYTES_MAX;
  });
  const [next] = errors.slice(end);
  if (end < 0 || !next) return errors;
  const told = end === 0 ? [withoutFields(next)] : errors.slice(0, end);
  const left = errors.length - told.length;
  if (left === 0) return told;
  return [...told, { message: moreErrors(left)[language], extensions: { code: next.extensions?.code } }];
}

const withoutFields = ({ extensions, ...error }: GraphQLFormattedError): GraphQLFormattedError => ({
  ...error,
  extensions: { ...extensions, fields: undefined },
});
