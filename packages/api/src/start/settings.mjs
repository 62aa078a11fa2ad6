// @ts-check
// Every variable that the registry reads, and what it may be: checked before anything is installed or built, and again when the server starts.
// Plain JavaScript without packages, since a fresh clone has neither a build nor node_modules.
import { identityProviders } from './identity-providers.mjs';
import { DEFAULT_PLACES } from './places.mjs';
import {
  aDatabase,
  aFlag,
  anyText,
  aPublicAddress,
  aWebAddress,
  isLoopback,
  isSameIssuer,
  numbersOf,
  oneOf,
  origins,
  proxies,
  wholeNumber,
} from './setting-kinds.mjs';

/** Ten minutes at most: what is longer is a slip, and beyond 24 days neither Node nor PostgreSQL can count it. */
const milliseconds = wholeNumber(1, 600_000);
const natural = wholeNumber(1);

/** The roles that may have settings of their own, as `base/viewer.logic.ts` names them, and the public. */
const roles = /** @type {const} */ ([
  'PUBLIC',
  'VIEWER',
  'EDITOR',
  'APPROVER',
  'CASE_OFFICER',
  'AGENCY_ADMIN',
  'CENTRE',
  'ANALYST',
  'AUDITOR',
  'CITY_ADMIN',
]);

/** By variable: what it may be, and what it is where it is not set. */
const settings = /** @type {const} */ ({
  PORT: [wholeNumber(0, 65_535), DEFAULT_PLACES.port],
  HOST: [anyText, DEFAULT_PLACES.host],
  DATA_DIR: [anyText, DEFAULT_PLACES.dataDir],
  DATABASE_URL: [aDatabase],
  MIGRATION_DATABASE_URL: [aDatabase],
  ADMIN_DATABASE_URL: [aDatabase],
  NODE_ENV: [anyText],
  DEMO_SIGN_IN: [aFlag],
  OIDC_ISSUER: [aWebAddress],
  OIDC_AUDIENCE: [anyText],
  OIDC_CLIENT_ID: [anyText],
  OIDC_CLIENT_SECRET: [anyText],
  OIDC_NAME_TH: [anyText, 'ระบบยืนยันตัวตนของกรุงเทพมหานคร'],
  OIDC_NAME_EN: [anyText, 'Identity provider of the city'],
  OIDC_PROVIDERS: [identityProviders, []],
  PUBLIC_URL: [aPublicAddress],
  SESSION_IDLE_MINUTES: [wholeNumber(5, 1_440), 30],
  SESSION_HOURS: [wholeNumber(1, 24), 12],
  LOG_LEVEL: [oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'), 'info'],
  POOL_SIZE: [wholeNumber(1, 200), 12],
  REQUEST_TIMEOUT_MS: [milliseconds, 15_000],
  STATEMENT_TIMEOUT_MS: [milliseconds, 15_000],
  ANALYST_POOL_SIZE: [wholeNumber(1, 50), 3],
  ANALYST_TIMEOUT_MS: [milliseconds, 10_000],
  COST_MAX: [natural, 500_000],
  COST_MAX_OF_UNREGISTERED: [numbersOf(...roles), new Map([['PUBLIC', 50_000]])],
  COST_PER_MINUTE: [wholeNumber(0), 10_000_000],
  COST_PER_MINUTE_OF_AGENCY: [natural],
  COST_PER_MINUTE_OF_CLIENT: [natural],
  COST_PER_MINUTE_OF_ROLES: [numbersOf(...roles), new Map()],
  DEPTH_MAX: [natural, 15],
  REQUESTS_PER_MINUTE: [natural, 6_000],
  REQUESTS_PER_MINUTE_OF_ADDRESS: [natural],
  REQUESTS_IN_WORK: [natural, 64],
  REQUEST_WAIT_MS: [milliseconds, 5_000],
  ALLOWED_ORIGINS: [origins, []],
  TRUST_PROXY: [proxies, 0],
  STOP_TIMEOUT_MS: [milliseconds, 10_000],
  OPEN_DATA_LICENCE: [aWebAddress],
  PUBLIC_INTROSPECTION: [aFlag, true],
  ANSWER_MB_MAX: [wholeNumber(1, 100), 10],
  RESPONSE_CACHE_MB: [wholeNumber(0, 4_096), 64],
  COMPILED_READS: [aFlag, true],
  PLAIN_EXECUTION: [aFlag, true],
  METRICS: [aFlag, false],
});

/**
 * @template Entry
 * @typedef {Entry extends readonly [import('./setting-kinds.mjs').Kind<infer Value>, unknown]
 *   ? Value
 *   : Entry extends readonly [import('./setting-kinds.mjs').Kind<infer Value>]
 *     ? Value | undefined
 *     : never} ValueOf
 */

/** @typedef {{ readonly [Name in keyof typeof settings]: ValueOf<(typeof settings)[Name]> }} Settings */

/** @typedef {readonly [messageTh: string, messageEn: string]} Sentence */

/**
 * Why variables do not go together, in Thai and English.
 *
 * @param {Settings} values
 * @returns {readonly Sentence[]}
 */
function problemsTogether({
  OIDC_ISSUER,
  OIDC_AUDIENCE,
  OIDC_CLIENT_ID,
  OIDC_CLIENT_SECRET,
  OIDC_PROVIDERS,
  ...places
}) {
  if ((OIDC_ISSUER === undefined) !== (OIDC_AUDIENCE === undefined))
    return [['ต้องกำหนดทั้ง OIDC_ISSUER และ OIDC_AUDIENCE', 'Set both OIDC_ISSUER and OIDC_AUDIENCE, or neither.']];
  if (OIDC_CLIENT_ID !== undefined && OIDC_ISSUER === undefined)
    return [['กำหนด OIDC_CLIENT_ID ต้องมี OIDC_ISSUER', 'OIDC_CLIENT_ID needs OIDC_ISSUER.']];
  if (OIDC_CLIENT_SECRET !== undefined && OIDC_CLIENT_ID === undefined)
    return [['กำหนด OIDC_CLIENT_SECRET ต้องมี OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET needs OIDC_CLIENT_ID.']];
  if (OIDC_PROVIDERS.some(({ issuer }) => isSameIssuer(issuer, OIDC_ISSUER)))
    return [['OIDC_PROVIDERS ต้องไม่ซ้ำกับ OIDC_ISSUER', 'OIDC_PROVIDERS must not name OIDC_ISSUER again.']];
  const isSignInOffered = OIDC_CLIENT_ID !== undefined || OIDC_PROVIDERS.some(({ client }) => client !== null);
  // Where browsers are sent back to is never taken from a request.
  if (isSignInOffered && places.PUBLIC_URL === undefined && !isLoopback(places.HOST))
    return [
      [
        'การลงชื่อเข้าใช้ด้วยเบราว์เซอร์ต้องกำหนด PUBLIC_URL ซึ่งเป็นที่อยู่ที่ผู้ใช้เปิด',
        'Sign-in with a browser needs PUBLIC_URL, the address that people open.',
      ],
    ];
  return [];
}

/**
 * The values of the variables, which hold only where there is no problem, and a problem in Thai and English for each wrong one. No problem shows
 * a value: it may be a password in the wrong place.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ readonly values: Settings, readonly problems: readonly Sentence[] }}
 */
export function readSettings(env) {
  /** @type {Sentence[]} */
  const problems = [];
  /** @type {Record<string, unknown>} */
  const read = {};
  for (const [name, [kind, absent]] of Object.entries(settings)) {
    // What is set to nothing is not set, as tools that pass variables on mean it.
    const given = env[name];
    read[name] = given === undefined || given === '' ? absent : kind.read(given);
    if (read[name] === undefined && given) problems.push([`${name} ${kind.th}`, `${name} ${kind.en}.`]);
  }
  const values = /** @type {Settings} */ (read);
  return { values, problems: problems.length > 0 ? problems : problemsTogether(values) };
}

/**
 * What a server needs besides valid settings; a command may run with the owner's address alone.
 *
 * @param {Pick<Settings, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL'>} values
 * @returns {readonly Sentence[]}
 */
export function serverProblems({ DATABASE_URL, MIGRATION_DATABASE_URL }) {
  if (MIGRATION_DATABASE_URL === undefined || DATABASE_URL !== undefined) return [];
  return [
    [
      'กำหนด MIGRATION_DATABASE_URL โดยไม่มี DATABASE_URL ไม่ได้ โปรดกำหนดทั้งสองค่า',
      'MIGRATION_DATABASE_URL is set without DATABASE_URL: set both.',
    ],
  ];
}
