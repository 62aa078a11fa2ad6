import { type ErrorMeaning, errorMeanings } from '../base/error-meanings.logic.ts';

const words: Readonly<Record<ErrorMeaning['again'], string>> = {
  MENDED: 'หลังแก้คำขอ · once mended',
  LATER: 'หลังรอ · after `Retry-After`',
  ONCE_READ: 'หลังอ่านใหม่ · once read anew',
  SIGNED_IN: 'หลังลงชื่อเข้าใช้ · once signed in',
};

/** The codes of errors as a page for people: docs/errors.md. */
export const errorsPage = (): string =>
  [
    '# รหัสข้อผิดพลาด · Codes of errors',
    '',
    'Written by `npm run schema` from `packages/schema/src/base/error-meanings.logic.ts`: change it there. Front ends decide by `extensions.code`; `errorCodes` tells the same as data. The status is that of a request that is refused as a whole; what is refused of a part comes within a 200. What each asks of a front end: [http.md](http.md#an-answer), [guide-front-ends.md](guide-front-ends.md).',
    '',
    '| `extensions.code` | สถานะ · Status | ความหมาย · Meaning | ส่งซ้ำ · Again |',
    '|---|---|---|---|',
    ...Object.entries(errorMeanings).map(
      ([code, { th, en, status, again }]) => `| \`${code}\` | ${status} | ${th} · ${en} | ${words[again]} |`,
    ),
    '',
  ].join('\n');
