/** What reaches the server before GraphQL does: written to the socket byte by byte, because no client library would send it. */

const body = '{"query":"{ __typename }"}';

const request = (line: string, headers: readonly string[] = [], content = ''): Buffer =>
  Buffer.from(
    `${line} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n${headers.map((header) => `${header}\r\n`).join('')}\r\n${content}`,
    'latin1',
  );

const post = (headers: readonly string[], content: string | Buffer = body): Buffer =>
  Buffer.concat([
    request('POST /graphql', [
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(content)}`,
      ...headers,
    ]),
    Buffer.from(content),
  ]);

const get = (path: string, headers: readonly string[] = ['apollo-require-preflight: 1']): Buffer =>
  request(`GET ${path}`, headers);

const paths = [
  '/%zz',
  '/graphql?query=%zz',
  '/graphql?query=%E0%A4%A',
  '/graphql?%',
  '/graphql/',
  '/graphql//',
  '//graphql',
  '/graphql?query=',
  '/graphql',
  '/graphql?query={__typename}',
  '/graphql?query=%7B__typename%7D',
  '/graphql?query=%7B__typename%7D&variables=x',
  '/graphql?query=%7B__typename%7D&variables=%5B%5D',
  '/graphql?query=%7B__typename%7D&operationName=nope',
  '/graphql?query=%7B__typename%7D&extensions=%7B',
  '/graphql?query=a&query=b',
  '/graphql?query=mutation%7B__typename%7D',
  '/editions/',
  '/editions/x',
  '/editions/%00',
  '/editions/%zz',
  '/editions/..%2f..%2fetc%2fpasswd',
  `/editions/${'a'.repeat(8_000)}`,
  '/editions/0190a5c4-1111-7000-8000-000000000001',
  '/ide/../../package.json',
  '/ide/%2e%2e/%2e%2e/package.json',
  '/ide/x',
  '/ide/%00',
  '/health/live/',
  '/health/live?x=%zz',
  '/demo/personas?%',
  '/demo/token',
  '/.env',
  '/favicon.ico',
  '*',
  'http://other/graphql',
  '/?%',
  `/${'a'.repeat(10_000)}`,
];
const methods = ['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND', 'NOPE'];
const headers = [
  'authorization:',
  'authorization: Bearer',
  'authorization: Bearer x',
  'authorization: bearer a.b.c',
  'authorization: Basic eDp5',
  `authorization: Bearer ${'a'.repeat(12_000)}`,
  'authorization: Bearer ....',
  'authorization: Bearer \xff',
  'x-agency: \xff',
  'x-agency:',
  `x-agency: ${'a'.repeat(5_000)}`,
  'x-agency: __proto__',
  'accept-language: \xff',
  `accept-language: ${'a,'.repeat(3_000)}`,
  'accept: text/html',
  'accept: application/graphql-response+json',
  'accept: x',
  'accept: */*;q=x',
  'accept-encoding: nope',
  'accept-encoding: gzip;q=nope',
  'content-encoding: gzip',
  'content-encoding: nope',
  'idempotency-key:',
  'idempotency-key: \xff',
  `idempotency-key: ${'a'.repeat(5_000)}`,
  'if-none-match: x',
  'if-none-match: *',
  'expect: 100-continue',
  'expect: nope',
  'upgrade: websocket',
  'upgrade: h2c',
  'origin: null',
  'origin: \xff',
  'x-forwarded-for: \xff',
  'x-forwarded-for: 1.2.3.4, x',
  'cookie: \xff',
  'range: bytes=0-1',
  'x-request-id: \xff',
  'prefer: \xff',
];
const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/json; charset=utf-16',
  'application/json; charset=nope',
  'application/json;',
  'APPLICATION/JSON',
  'application/graphql+json',
  '',
  'x',
  'application/json, text/plain',
  '\xff',
];
const contents: readonly (readonly [string, Buffer])[] = [
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  [
    'invalid UTF-8 in a query',
    Buffer.concat([Buffer.from('{"query":"{ __typename # '), Buffer.from([0xc3, 0x28]), Buffer.from(' "}')]),
  ],
  ['UTF-16', Buffer.from(body, 'utf16le')],
  ['a BOM', Buffer.from(`\uFEFF${body}`)],
  ['NULs', Buffer.alloc(100)],
  ['nothing', Buffer.alloc(0)],
  ['2 MB', Buffer.alloc(2_000_000, 'a')],
];

const typed = (type: string): Buffer =>
  request('POST /graphql', [`content-type: ${type}`, `content-length: ${body.length}`], body);

/** What is sent, by name; the answer to each is a refusal or an answer, never an internal error. */
export const wrongBytes: readonly { readonly name: string; readonly bytes: Buffer }[] = [
  ...paths.map((path) => ({ name: `GET ${path.slice(0, 60)}`, bytes: get(path) })),
  ...paths.map((path) => ({ name: `GET ${path.slice(0, 60)} without headers`, bytes: get(path, []) })),
  ...methods.flatMap((method) =>
    ['/graphql', '/health/live', '/editions/x', '/', '/nope'].map((path) => ({
      name: `${method} ${path}`,
      bytes: request(`${method} ${path}`),
    })),
  ),
  ...headers.map((header) => ({ name: header.slice(0, 60), bytes: post([header]) })),
  ...headers.map((header) => ({
    name: `GET ${header.slice(0, 60)}`,
    bytes: get('/graphql?query=%7B__typename%7D', ['apollo-require-preflight: 1', header]),
  })),
  ...headers.map((header) => ({
    name: `editions ${header.slice(0, 60)}`,
    bytes: get('/editions/0190a5c4-1111-7000-8000-000000000001', [header]),
  })),
  ...types.map((type) => ({ name: `content-type ${type}`, bytes: typed(type) })),
  ...contents.map(([name, content]) => ({ name, bytes: post([], content) })),
  ...contents.map(([name, content]) => ({
    name: `/demo/token ${name}`,
    bytes: Buffer.concat([
      request('POST /demo/token', ['content-type: application/json', `content-length: ${content.length}`]),
      content,
    ]),
  })),
  { name: 'two lengths', bytes: post(['content-length: 5']) },
  { name: 'length and chunks', bytes: post(['transfer-encoding: chunked']) },
  {
    name: 'a bad chunk',
    bytes: request('POST /graphql', ['content-type: application/json', 'transfer-encoding: chunked'], 'zz\r\n'),
  },
  { name: 'no HTTP', bytes: Buffer.from('\x16\x03\x01\x02\x00\x01\x00\r\n\r\n', 'latin1') },
  { name: 'HTTP/3.7', bytes: Buffer.from('GET / HTTP/3.7\r\n\r\n') },
  { name: 'no host', bytes: Buffer.from('GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n') },
  { name: 'a header of 100 kB', bytes: post([`x: ${'a'.repeat(100_000)}`]) },
  { name: '3,000 headers', bytes: post(Array.from({ length: 3_000 }, (_, index) => `x${index}: 1`)) },
];
