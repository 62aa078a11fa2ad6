import type { FastifyReply, FastifyRequest } from 'fastify';
import { addVary } from '../compression.ts';

/** What a program sends with a query by GET, and a browser that follows a link or an address that was typed does not. */
const OF_PROGRAMS = ['apollo-require-preflight', 'x-apollo-operation-name', 'content-type'] as const;

/** Whether the API's address was opened in a browser, which would otherwise show only an error. */
export function isOpenedByPerson({ method, headers }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (OF_PROGRAMS.some((name) => headers[name] !== undefined)) return false;
  return /\btext\/html\b/i.test(headers.accept ?? '');
}

const PAGE = `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>GraphQL · ทะเบียนแผนและความเสี่ยง กรุงเทพมหานคร</title>
<style>
body { max-width: 40rem; margin: 12vh auto; padding: 0 1.2rem; font: 1.05rem/1.7 "Noto Sans Thai", "Sarabun", "Leelawadee UI", "Thonburi", sans-serif; }
h1 { font-size: 1.4rem; }
a { font-weight: 600; }
</style>
</head>
<body>
<h1>ทะเบียนแผนและความเสี่ยง กรุงเทพมหานคร</h1>
<p>ที่อยู่นี้มีไว้ให้โปรแกรมส่งคำขอ GraphQL ด้วย POST<br>ผู้ใช้ทั่วไป <a href="/">ไปที่หน้าเขียนคำถาม</a> ซึ่งมีตัวอย่าง เอกสารของทุกชื่อ และผลลัพธ์เป็นตาราง</p>
<p lang="en">Programs send GraphQL requests to this address by POST.<br>People <a href="/">go to the query editor</a>, with examples, the documentation of every name, and results as tables.</p>
</body>
</html>
`;

/** Leads a person who opened the API's address to the page for people. */
export function sendGraphqlPage(reply: FastifyReply): FastifyReply {
  addVary(reply, 'accept');
  return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(PAGE);
}
