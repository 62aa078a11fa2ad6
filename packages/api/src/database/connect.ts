import { Client } from 'pg';
import { aDatabase, isDatabaseAddress } from '../start/setting-kinds.mjs';
import { codeOf, reasonOf, StartupError } from '../start/startup-error.ts';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Address and login without the password, for messages. */
export function nameOf(databaseUrl: string): string {
  const { username, host, pathname } = new URL(databaseUrl);
  return `${decoded(username)}@${host}${pathname}`;
}

type Hint = readonly [messageTh: string, messageEn: string];

const PREPARE = 'npm run database -- prepare';

const UNTRUSTED: Hint = [
  'ใบรับรอง TLS ของเซิร์ฟเวอร์ฐานข้อมูลไม่น่าเชื่อถือ โปรดระบุใบรับรองของผู้ออกด้วย ?sslrootcert=ไฟล์',
  'The TLS certificate of the database server is not trusted. Name its authority in the address: ?sslrootcert=<file>',
];

const HINTS: Readonly<Record<string, Hint>> = {
  '28P01': ['ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง', 'The login or its password is wrong.'],
  '28000': ['เซิร์ฟเวอร์ไม่อนุญาตให้ผู้ใช้นี้เข้าจากเครื่องนี้', 'The server does not let this login in from this machine.'],
  '3D000': [`ไม่มีฐานข้อมูลชื่อนี้ โปรดสร้างก่อนด้วย ${PREPARE}`, `There is no such database. Create it first: ${PREPARE}.`],
  '42501': ['ผู้ใช้นี้ไม่มีสิทธิ CONNECT', 'The login lacks the CONNECT privilege on the database.'],
  '53300': [
    'การเชื่อมต่อของเซิร์ฟเวอร์เต็ม โปรดเพิ่ม max_connections',
    'The server has no free connections. Raise max_connections.',
  ],
  '57P03': ['เซิร์ฟเวอร์ฐานข้อมูลกำลังเริ่มหรือกำลังหยุด โปรดลองใหม่', 'The database server is starting or stopping. Try again.'],
  ENOENT: ['อ่านไฟล์ที่อยู่ฐานข้อมูลระบุไว้ไม่ได้', 'A file or socket that the address names is not there.'],
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNTRUSTED,
  CERT_HAS_EXPIRED: UNTRUSTED,
  ERR_TLS_CERT_ALTNAME_INVALID: UNTRUSTED,
};

/** What PostgreSQL and `pg` say only in words. */
const HINTS_BY_WORDS: readonly (readonly [RegExp, Hint])[] = [
  [
    /no encryption$/,
    [
      'เซิร์ฟเวอร์ให้ผู้ใช้นี้เข้าผ่าน TLS เท่านั้น โปรดเติม ?sslmode=verify-full',
      'The server lets this login in by TLS only. Add ?sslmode=verify-full to the address.',
    ],
  ],
  [
    /does not support SSL/,
    [
      'เซิร์ฟเวอร์ไม่ได้เปิด TLS โปรดเปิด หรือเอา sslmode ออก',
      'The server does not offer TLS. Turn it on there, or leave sslmode out of the address.',
    ],
  ],
];

const UNREACHABLE: Hint = [
  'ติดต่อเซิร์ฟเวอร์ฐานข้อมูลไม่ได้ โปรดตรวจว่าเซิร์ฟเวอร์ทำงานอยู่ และที่อยู่กับพอร์ตถูกต้อง',
  'The database server does not answer. Check that it runs, and its address and port.',
];

const hintFor = (cause: unknown): Hint =>
  HINTS_BY_WORDS.find(([words]) => words.test(reasonOf(cause)))?.[1] ?? HINTS[codeOf(cause)] ?? UNREACHABLE;

/** Connects, or says in one sentence why that does not work. */
export async function connectTo(databaseUrl: string): Promise<Client> {
  if (!isDatabaseAddress(databaseUrl))
    throw new StartupError(`ที่อยู่ฐานข้อมูล${aDatabase.th}`, `The address of the database ${aDatabase.en}`);
  try {
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 10_000,
      application_name: 'registry start',
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (cause) {
    const [messageTh, messageEn] = hintFor(cause);
    const detail = `${nameOf(databaseUrl)}: ${reasonOf(cause) || codeOf(cause)}`;
    throw new StartupError(`${messageTh} (${detail})`, `${messageEn} (${detail})`, { cause });
  }
}
