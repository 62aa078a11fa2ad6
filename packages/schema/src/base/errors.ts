import { GraphQLError } from 'graphql';
import { errorMeanings } from './error-meanings.logic.ts';
import { type LegalSource, withSource } from './legal-source.logic.ts';
import { type FieldProblem, joinMessages, type Message } from './message.logic.ts';
import { stateWord } from './state-words.ts';

/** Codes of expected failures, as clients see them in `extensions.code`; `error-meanings.logic.ts` says what each means. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'INVALID_INPUT',
  'ILLEGAL_TRANSITION',
  'RATE_LIMITED',
  'QUERY_TOO_COSTLY',
  'UNKNOWN_DOCUMENT',
  'DOCUMENT_REQUIRED',
  'OPERATION_RESOLUTION_FAILURE',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'UNAVAILABLE',
  'DEADLINE_EXCEEDED',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The HTTP status when a request is refused as a whole. */
export const httpStatusOf = (code: ErrorCode): number => errorMeanings[code].status;

/** An expected failure: a code for programs and a plain sentence for people. Everything else that is thrown is masked. */
export class RegistryError extends GraphQLError {
  readonly code: ErrorCode;
  readonly text: Message;
  readonly fields: readonly FieldProblem[];
  /** When the whole request may be sent again. */
  readonly retryAfterSeconds: number | undefined;
  /** What clients receive besides the code. */
  readonly details: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    text: Message,
    fields: readonly FieldProblem[] = [],
    options: { refusesRequest?: boolean; retryAfterSeconds?: number; details?: Readonly<Record<string, string>> } = {},
  ) {
    const status = options.refusesRequest ? httpStatusOf(code) : undefined;
    super(text.en, { extensions: { code, ...(status === undefined ? {} : { http: { status } }) } });
    this.name = 'RegistryError';
    this.code = code;
    this.text = text;
    this.fields = fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.details = options.details ?? {};
  }

  /** The same refusal, said of the request as a whole or of one of its fields. */
  forRequest(refusesRequest: boolean): RegistryError {
    return refusesRequest ? new RegistryError(this.code, this.text, this.fields, { refusesRequest }) : this;
  }
}

export const unauthenticated = () =>
  new RegistryError('UNAUTHENTICATED', {
    th: 'โปรดลงชื่อเข้าใช้ก่อน',
    en: 'Sign in first.',
  });

export const forbidden = (th: string, en: string) => new RegistryError('FORBIDDEN', { th, en });

/** Said of what does not exist and of what the viewer may not know to exist: the two must not differ. */
export const notFound = (...fields: readonly string[]) => {
  const message = { th: 'ไม่พบข้อมูลที่ระบุ', en: 'There is no such record.' };
  return new RegistryError(
    'NOT_FOUND',
    message,
    fields.map((field) => ({ field, message })),
  );
};

/**
 * The refusal when a record's state does not allow an act, with the source of that rule: it names the state in words for people, and as a
 * code for programs.
 */
export function illegalTransition(
  status: string,
  th: string,
  en: string,
  source: LegalSource = 'registry',
): RegistryError {
  const why = withSource({ th, en }, source);
  const word = stateWord(status);
  const text = { th: `${why.th} (สถานะปัจจุบัน: ${word.th})`, en: `${why.en} Its status now: ${word.en}.` };
  return new RegistryError('ILLEGAL_TRANSITION', text, [], { details: { status } });
}

export const conflict = () =>
  new RegistryError('CONFLICT', {
    th: 'ข้อมูลนี้ถูกแก้ไขไปแล้วโดยผู้อื่น โปรดโหลดใหม่แล้วลองอีกครั้ง',
    en: 'The record was changed by someone else: load it again and retry.',
  });

const NAMES_SHOWN = 5;

/** The refusal to remove what other records still name: it says which, so that they can be changed first. */
export function stillNamed(names: readonly Message[]): RegistryError {
  const shown = names.slice(0, NAMES_SHOWN);
  const more = names.length - shown.length;
  const th = [...shown.map((name) => name.th), ...(more > 0 ? [`และอีก ${more} รายการ`] : [])].join(', ');
  const en = [...shown.map((name) => name.en), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return new RegistryError('CONFLICT', {
    th: `ยังมีรายการที่อ้างถึง จึงลบไม่ได้: ${th} โปรดแก้ไขรายการเหล่านั้นก่อน`,
    en: `It is still named by others: ${en}. Change those first.`,
  });
}

export const invalidInput = (...fields: readonly FieldProblem[]) =>
  new RegistryError('INVALID_INPUT', joinMessages(fields.map(({ message }) => message)), fields);
