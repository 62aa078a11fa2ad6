import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { httpStatusOf, RegistryError } from '@registry/schema/base/errors.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { errorFormatter, inLanguage } from '../errors/format-error.ts';
import { languageOf } from '../language/language.ts';
import type { Counters } from '../metrics/counters.ts';
import { codeOf } from '../start/startup-error.ts';
import { explainStatus, type HttpCode, JSON_TYPE, sendError, sendRefusal } from './refusal.ts';

type Fault = readonly [status: number, code: HttpCode, message: string];

const tooLarge: Fault = [413, 'PAYLOAD_TOO_LARGE', 'คำขอใหญ่เกิน 1 MB · The request is larger than 1 MB.'];
const wrongType: Fault = [415, 'BAD_REQUEST', 'ต้องส่งเป็น application/json · Send application/json.'];
const noSuchPlace: Fault = [400, 'BAD_REQUEST', 'ที่อยู่ไม่ถูกต้อง · The address is malformed.'];
const wrongLength: Fault = [400, 'BAD_REQUEST', 'ความยาวคำขอไม่ตรง · The body is not as long as Content-Length says.'];

/** Faults of clients, by the code of what was thrown: ours, Fastify's or Node's. */
const faults: Readonly<Record<string, Fault>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: wrongType,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: wrongLength,
  FST_ERR_BAD_URL: noSuchPlace,
  FST_ERR_MAX_PARAM_LENGTH: noSuchPlace,
  INVALID_JSON: [400, 'BAD_REQUEST', 'JSON ไม่ถูกต้อง · The body is not valid JSON.'],
  INVALID_UTF8: [400, 'BAD_REQUEST', 'อักขระไม่ใช่ UTF-8 · The body is not valid UTF-8.'],
  EMPTY_BODY: [400, 'BAD_REQUEST', 'ไม่มีเนื้อหาคำขอ · The body is empty.'],
  CHARSET: [415, 'BAD_REQUEST', 'ต้องเข้ารหัสเป็น UTF-8 · Send UTF-8.'],
  CONTENT_ENCODING: [415, 'BAD_REQUEST', 'ห้ามบีบอัดคำขอ · Send the body without a content encoding.'],
};

/** What else Fastify refuses of a request. */
function otherFault(error: unknown): Fault | undefined {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0;
  if (!codeOf(error).startsWith('FST_ERR_') || !(status >= 400 && status < 500)) return undefined;
  return [status, 'BAD_REQUEST', 'คำขอไม่ถูกต้อง · The request is malformed.'];
}

/** A broken connection is the client's fault only when it is the client's own, not the database's. */
const faultOf = (error: unknown, { raw }: FastifyRequest): Fault | undefined =>
  error === raw.errored ? wrongLength : (faults[codeOf(error)] ?? otherFault(error));

const statusOfFailure: Readonly<Record<string, number>> = {
  UNAVAILABLE: httpStatusOf('UNAVAILABLE'),
  DEADLINE_EXCEEDED: httpStatusOf('DEADLINE_EXCEEDED'),
};

/** Answers errors outside of GraphQL. Only those that are not the client's fault are logged. */
export const errorHandler = (logger: Logger, counters: Counters) => {
  const format = errorFormatter(logger, counters);
  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof RegistryError) {
      counters.add('errors', error.code);
      return sendRefusal(request, reply, error);
    }
    const fault = faultOf(error, request);
    if (fault !== undefined) return sendError(reply, ...fault);
    // The database may fail here too, when a request is signed in: the error is classified, masked and logged as everywhere.
    const shaped = inLanguage(format({ message: '' }, error), languageOf(request.headers['accept-language']));
    const status = statusOfFailure[String(shaped.extensions?.code)] ?? 500;
    explainStatus(reply, status);
    return reply
      .code(status)
      .type(JSON_TYPE)
      .header('cache-control', 'no-store')
      .send({ errors: [shaped] });
  };
};

/** What Node's parser of HTTP refuses, by its code. */
const broken: Readonly<Record<string, Fault>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'REQUEST_TIMEOUT', 'ส่งคำขอช้าเกินไป · The request took too long to arrive.'],
  HPE_HEADER_OVERFLOW: [431, 'BAD_REQUEST', 'หัวคำขอใหญ่เกินไป · The headers are too large.'],
};
const noHttp: Fault = [400, 'BAD_REQUEST', 'คำขอไม่ใช่ HTTP ที่ถูกต้อง · This is not valid HTTP.'];

/** Answers what never became a request, on the socket itself. */
export function answerBrokenRequest(error: Error, socket: Duplex): void {
  if (codeOf(error) === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code, message] = broken[codeOf(error)] ?? noHttp;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
