import { randomUUID } from 'node:crypto';
import type { GraphQLRequestContext } from '@apollo/server';
import { ApolloServerErrorCode, unwrapResolverError } from '@apollo/server/errors';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { type FieldProblem, joinMessages, type Message } from '@registry/schema/base/message.logic.ts';
import { argumentsOf, inThaiWords } from '@registry/schema/graphql/inputs/field-labels.ts';
import { GraphQLError, type GraphQLField, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Language } from '../language/language.ts';
import { thaiSentence } from '../language/thai/thai-sentence.ts';
import type { Counters } from '../metrics/counters.ts';
import { problemsIn, sentenceOf, shownLocations, withinBytes } from './error-size.ts';

/** Faults of the request that Apollo finds; their messages localizeResponse of the client's own document and nothing else. */
const requestFaults: ReadonlySet<string> = new Set([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
]);

/** What a library says of a request, in both languages. */
const ofRequest = (en: string): Message => ({ th: `คำขอไม่ถูกต้อง: ${thaiSentence(en)}`, en });
const nestedTooDeep: Message = {
  th: 'เอกสารคำขอซ้อนกันลึกเกินไป',
  en: 'The parts of the document stand too deep inside each other.',
};
const unavailable: Message = {
  th: 'ระบบฐานข้อมูลไม่พร้อม โปรดลองใหม่ภายหลัง',
  en: 'The database is not available: try again later.',
};
const masked = (id: string): Message => ({
  th: `เกิดข้อผิดพลาดภายในระบบ โปรดแจ้งหมายเลข ${id}`,
  en: `Something went wrong inside the registry. Report this number: ${id}`,
});

/** Texts of formatted errors, until the response is sent and its language is known. */
const texts = new WeakMap<object, Message>();

/** The same for the fields that are wrong. */
const problems = new WeakMap<object, readonly FieldProblem[]>();

function registryErrorIn(error: unknown): RegistryError | null {
  for (let each = error; each instanceof Error; each = each instanceof GraphQLError ? each.originalError : undefined) {
    if (each instanceof RegistryError) return each;
  }
  return null;
}

/** Whether the parser, which recurses into nested parts, ran out of stack. */
function isNestedTooDeep(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each instanceof GraphQLError ? each.originalError : undefined) {
    if (each instanceof RangeError) return true;
  }
  return false;
}

/** What the parser or a check of graphql-js says of a document, in both languages. */
export const messageOf = (error: Error): Message => (isNestedTooDeep(error) ? nestedTooDeep : ofRequest(error.message));

/** A value that a scalar refused, at any stage. */
const isWrongValue = (error: unknown): boolean =>
  error instanceof GraphQLError &&
  (error.originalError instanceof GraphQLError ? error.originalError.extensions.code === 'INVALID_INPUT' : false);

/** Whether Apollo refused a request for its method: a change by GET. */
const isOfMethod = (error: unknown): boolean => {
  const http = error instanceof GraphQLError ? error.extensions.http : null;
  return typeof http === 'object' && http !== null && 'status' in http && http.status === 405;
};

const byGetOnlyQueries: Message = {
  th: 'คำขอแบบ "GET" ใช้ได้เฉพาะการสอบถาม โปรดใช้ "POST"',
  en: 'GET is for queries: send this by POST.',
};

const tooLate: Message = {
  th: 'คำขอใช้เวลานานเกินไปจึงถูกยกเลิก โปรดขอให้น้อยลงในแต่ละครั้ง',
  en: 'The request took too long and was stopped: ask for less at a time.',
};

/**
 * Failures that say nothing of the request: SQLSTATE of a connection (08), a login (28) or a database (3D) that is gone, of a server that may
 * only be read (25006), is short of disk, memory or connections (53), is stopping (57P) or in trouble (58); Prisma's own, a full pool, or the
 * socket's.
 */
const unavailability =
  /^(08\w{3}|28\w{3}|3D000|25006|53\w{3}|57P\w{2}|58\w{3}|P1\d{3}|P2024|P2028|P2037|ECONN\w+|EPIPE|ETIMEDOUT|NO_CONNECTION)$/;
const lostConnection = /timeout expired|timeout exceeded when trying to connect|Connection terminated|connection error/;

const codeIn = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const isUnavailability = (error: unknown): boolean =>
  unavailability.test(codeIn(error)) || (error instanceof Error && lostConnection.test(error.message));

/** PostgreSQL ended a statement because its time was over. */
const isOutOfTime = (error: unknown): boolean => codeIn(error) === '57014';

/** The number under which a failure is logged. One failure can be the answer to many fields, and is logged once. */
const correlationIds = new WeakMap<object, string>();

export type ErrorFormatter = ReturnType<typeof errorFormatter>;

/** Errors as clients see them: a code, a sentence, the wrong fields. What is not expected is masked and logged under a number. */
export const errorFormatter =
  (logger: Logger, counters: Counters) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path } = formatted;
    const shaped = (
      said: Message,
      extensions: Record<string, unknown>,
      fields: readonly FieldProblem[] = [],
    ): GraphQLFormattedError => {
      const text = sentenceOf(said, fields);
      counters.add('errors', String(extensions.code));
      const result = { message: text.en, ...shownLocations(formatted), ...(path && { path }), extensions };
      texts.set(result, text);
      return result;
    };

    const expected = registryErrorIn(error);
    if (expected) {
      const { code, text, fields, details } = expected;
      const named = fields.length > 0 && { fields: problemsIn(fields, 'en') };
      const result = shaped(text, { code, ...details, ...named }, fields);
      problems.set(result, fields);
      return result;
    }
    const code = String(formatted.extensions?.code);
    if (code === ApolloServerErrorCode.GRAPHQL_PARSE_FAILED && isNestedTooDeep(error))
      return shaped(nestedTooDeep, { code });
    // Clients know it by these very words, and then send the whole document.
    if (code === ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED)
      return shaped({ th: formatted.message, en: formatted.message }, { code });
    if (code === ApolloServerErrorCode.BAD_REQUEST && isOfMethod(error))
      return shaped(byGetOnlyQueries, { code: 'METHOD_NOT_ALLOWED' });
    if (code === ApolloServerErrorCode.BAD_REQUEST) {
      const text = ofRequest(formatted.message.trim());
      // Errors found before there is an operation have no language yet: like all of HTTP, they say it in both.
      const result = { ...shaped(text, { code }), message: `${text.th} · ${text.en}` };
      texts.set(result, text);
      return result;
    }
    if (requestFaults.has(code) || code === 'INVALID_INPUT') {
      const shown = code === ApolloServerErrorCode.BAD_USER_INPUT || isWrongValue(error) ? 'INVALID_INPUT' : code;
      return shaped(ofRequest(formatted.message), { code: shown });
    }
    const cause = unwrapResolverError(error);
    const known = cause instanceof Error ? correlationIds.get(cause) : undefined;
    const correlationId = known ?? randomUUID();
    if (cause instanceof Error) correlationIds.set(cause, correlationId);
    const log = (level: 'warn' | 'error', message: string) =>
      known ?? logger[level]({ err: cause, path, correlationId }, message);
    if (isOutOfTime(cause)) {
      log('warn', 'a statement took too long');
      return shaped(tooLate, { code: 'DEADLINE_EXCEEDED', correlationId });
    }
    if (isUnavailability(cause)) {
      log('error', 'the database is not available');
      return shaped(unavailable, { code: 'UNAVAILABLE', correlationId });
    }
    log('error', 'masked error');
    return shaped(masked(correlationId), { code: 'INTERNAL_SERVER_ERROR', correlationId });
  };

/** A formatted error in the language that the client asked for, with what is wrong with each field. */
export function inLanguage(error: GraphQLFormattedError, language: Language): GraphQLFormattedError {
  const message = texts.get(error)?.[language] ?? error.message;
  const fields = problems.get(error) ?? [];
  if (fields.length === 0) return { ...error, message };
  return { ...error, message, extensions: { ...error.extensions, fields: problemsIn(fields, language) } };
}

/** Calls the arguments of a field what people call them, in a refusal of what they were given. */
export function labelArguments(error: GraphQLFormattedError, field: GraphQLField<unknown, unknown>): void {
  const named = inThaiWords(problems.get(error) ?? [], argumentsOf(field));
  if (named.length === 0) return;
  problems.set(error, named);
  texts.set(error, sentenceOf(joinMessages(named.map(({ message }) => message)), named));
}

/** Formatted errors in the language of the client, cut to a size that is worth reading. */
export const localizedErrors = (
  errors: readonly GraphQLFormattedError[],
  language: Language,
): readonly GraphQLFormattedError[] =>
  withinBytes(
    errors.map((error) => inLanguage(error, language)),
    language,
  );

/** Puts the errors of a response into the language that the client asked for. */
export function localizeResponse(response: GraphQLRequestContext<object>['response'], language: Language): void {
  if (response.body?.kind !== 'single') return;
  const { errors } = response.body.singleResult;
  if (!errors) return;
  response.body.singleResult.errors = localizedErrors(errors, language);
}
