import type { FastifyReply } from 'fastify';
import type { IdentityProvider } from '../../config.ts';
import type { SignInProblem } from '../../sign-in/sign-in-failure.ts';

const STYLE = `body { margin: 0; font: 1.05rem/1.7 "IBM Plex Sans Thai", "Noto Sans Thai", "Sarabun", "Leelawadee UI", "Thonburi", sans-serif; }
header { padding: .8rem 1.2rem; background: #0b5d46; border-bottom: 3px solid #e0a526; color: #fff; font-weight: 600; }
header span { display: block; color: #cfe6dd; font-size: .8rem; font-weight: 400; }
main { max-width: 40rem; margin: 8vh auto; padding: 0 1.2rem; }
h1 { font-size: 1.4rem; }
a { font-weight: 600; }
.choice { display: block; margin: .7rem 0; padding: .7rem 1.1rem; border-radius: 8px; background: #0b5d46; color: #fff; text-decoration: none; }
.choice:is(:hover, :focus-visible) { background: #084636; }
.choice span { display: block; color: #cfe6dd; font-size: .85rem; font-weight: 400; }`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

const page = (title: string, body: string): string => `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ทะเบียนแผนและความเสี่ยง กรุงเทพมหานคร</title>
<style>
${STYLE}
</style>
</head>
<body>
<header>ทะเบียนแผนและความเสี่ยง กรุงเทพมหานคร<span lang="en">Bangkok Plan and Risk Registry</span></header>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

const send = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);

/** The address under which somebody signs in at a provider. */
const signInAt = (provider: string, returnTo: string): string =>
  `/sign-in?${new URLSearchParams({ provider, to: returnTo })}`;

/** Lets a person choose where to sign in. */
export function sendChoice(
  reply: FastifyReply,
  providers: readonly Pick<IdentityProvider, 'key' | 'nameTh' | 'nameEn'>[],
  returnTo: string,
): FastifyReply {
  const choices = providers.map(
    ({ key, nameTh, nameEn }) =>
      `<a class="choice" href="${escaped(signInAt(key, returnTo))}">${escaped(nameTh)}<span lang="en">${escaped(nameEn)}</span></a>`,
  );
  const body = `<p>เลือกระบบที่ท่านมีบัญชี</p>
<p lang="en">Choose where you have an account</p>
${choices.join('\n')}`;
  return send(reply, 200, page('ลงชื่อเข้าใช้ · Sign in', body));
}

type Told = { readonly status: number; readonly th: string; readonly en: string };

const told: Readonly<Record<SignInProblem, Told>> = {
  UNREACHABLE: {
    status: 503,
    th: 'ติดต่อระบบยืนยันตัวตนไม่ได้ชั่วคราว โปรดลองใหม่อีกครั้งในอีกสักครู่',
    en: 'The identity provider cannot be reached: please try again in a moment.',
  },
  DECLINED: {
    status: 401,
    th: 'ยังไม่ได้ลงชื่อเข้าใช้ เพราะการยืนยันตัวตนถูกยกเลิกหรือถูกปฏิเสธ',
    en: 'You are not signed in: it was cancelled, or refused, at the identity provider.',
  },
  REFUSED: {
    status: 401,
    th: 'ลงชื่อเข้าใช้ไม่สำเร็จ หน้านี้อาจถูกเปิดซ้ำ หมดเวลา หรือเปิดจากเบราว์เซอร์อื่น โปรดเริ่มใหม่',
    en: 'Sign-in did not succeed: this page may have been opened twice, too late, or in another browser. Please begin again.',
  },
};

/** Tells a person why they are not signed in, and how to begin again. */
export function sendProblem(reply: FastifyReply, problem: SignInProblem): FastifyReply {
  const { status, th, en } = told[problem];
  if (status === 503) reply.header('retry-after', '5');
  const body = `<p>${th}</p>
<p lang="en">${en}</p>
<p><a href="/sign-in">ลงชื่อเข้าใช้ใหม่ · Sign in again</a> &nbsp; <a href="/">ไปหน้าแรก · To the first page</a></p>`;
  return send(reply, status, page('ลงชื่อเข้าใช้ไม่สำเร็จ · Not signed in', body));
}
