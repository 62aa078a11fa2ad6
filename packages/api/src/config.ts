import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { DEFAULT_PLACES } from './places.mjs';
import { StartupError } from './startup-error.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const natural = z.coerce.number().int().min(1);
/** Ten minutes at most: what is longer is a slip, and beyond 24 days neither Node nor PostgreSQL can count it. */
const milliseconds = natural.max(600_000);

/** A list in one variable, separated by commas. */
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

/** Origins of web pages, as browsers send them: no path, no slash at the end. */
const origins = list.refine(
  (each) => each.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
  {
    message: 'origins such as https://plan.example.go.th, separated by commas',
  },
);

/** How many proxies stand before the server, or which addresses are theirs. */
function isNetwork(name: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(name)) return true;
  const [, address = name, bits = '1'] = /^(.*)\/(\d{1,3})$/.exec(name) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128);
}
const proxies = z.union([
  z.coerce.number().int().min(0),
  list.refine((each) => each.every(isNetwork), { message: 'a number of proxies, or their addresses' }),
]);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(DEFAULT_PLACES.port),
  HOST: z.string().min(1).default(DEFAULT_PLACES.host),
  DATA_DIR: z.string().min(1).default(DEFAULT_PLACES.dataDir),
  DATABASE_URL: z.string().min(1).optional(),
  MIGRATION_DATABASE_URL: z.string().min(1).optional(),
  ADMIN_DATABASE_URL: z.string().min(1).optional(),
  NODE_ENV: z.string().optional(),
  DEMO_SIGN_IN: flag.optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_AUDIENCE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  POOL_SIZE: natural.max(200).default(12),
  REQUEST_TIMEOUT_MS: milliseconds.default(15_000),
  STATEMENT_TIMEOUT_MS: milliseconds.default(15_000),
  COST_MAX: natural.default(500_000),
  DEPTH_MAX: natural.default(15),
  REQUESTS_PER_MINUTE: natural.default(6_000),
  REQUESTS_PER_MINUTE_OF_ADDRESS: natural.optional(),
  REQUESTS_IN_WORK: natural.default(64),
  REQUEST_WAIT_MS: milliseconds.default(5_000),
  ALLOWED_ORIGINS: origins.default([]),
  TRUST_PROXY: proxies.default(0),
  STOP_TIMEOUT_MS: milliseconds.default(10_000),
  PUBLIC_INTROSPECTION: flag.default(true),
  ANSWER_MB_MAX: natural.max(100).default(10),
  RESPONSE_CACHE_MB: z.coerce.number().int().min(0).max(4_096).default(64),
});

/** How the server runs, read once from the environment. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly migrationDatabaseUrl: string | undefined;
  /** For `npm run database` alone. */
  readonly adminDatabaseUrl: string | undefined;
  readonly demoSignIn: boolean;
  /** Whether demo sign-in is open to other machines, which somebody has to have asked for. */
  readonly isDemoSignInExposed: boolean;
  readonly oidc: { readonly issuer: string; readonly audience: string } | undefined;
  readonly logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  readonly poolSize: number;
  /** How long a request is worked on in all. */
  readonly requestTimeoutMs: number;
  /** How long one statement may take, whoever asks for it. */
  readonly statementTimeoutMs: number;
  /** For answers that may be given again; 0 keeps none. */
  readonly responseCacheMb: number;
  readonly limits: Limits;
  readonly http: HttpConfig;
};

export type Limits = {
  readonly costMax: number;
  readonly depthMax: number;
  readonly requestsPerMinute: number;
  /** The greatest size of an answer. */
  readonly answerMbMax: number;
  /** Whether those who are not signed in are told what the schema is made of. */
  readonly publicIntrospection: boolean;
};

/** How requests are taken in. */
export type HttpConfig = {
  /** Web pages of other sites that may ask. */
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: number | readonly string[];
  /** Requests of one address in a minute, whoever they are signed in as. */
  readonly requestsPerMinuteOfAddress: number;
  readonly requestsInWork: number;
  readonly requestWaitMs: number;
  readonly stopTimeoutMs: number;
};

/** Many accounts may share the address of one office. */
const ACCOUNTS_OF_ADDRESS = 10;

/** The configuration, or a StartupError that names every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  // What is set to nothing is not set, as tools that pass variables on mean it.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new StartupError(`ค่าตั้งระบบไม่ถูกต้อง: ${problems}`, `The configuration is wrong: ${problems}`);
  }
  const values = parsed.data;
  if ((values.OIDC_ISSUER === undefined) !== (values.OIDC_AUDIENCE === undefined)) {
    throw new StartupError(
      'ต้องกำหนดทั้ง OIDC_ISSUER และ OIDC_AUDIENCE',
      'Set both OIDC_ISSUER and OIDC_AUDIENCE, or neither.',
    );
  }
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    adminDatabaseUrl: values.ADMIN_DATABASE_URL,
    ...demoSignInOf(values),
    oidc:
      values.OIDC_ISSUER && values.OIDC_AUDIENCE
        ? { issuer: values.OIDC_ISSUER, audience: values.OIDC_AUDIENCE }
        : undefined,
    logLevel: values.LOG_LEVEL,
    poolSize: values.POOL_SIZE,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
    responseCacheMb: values.RESPONSE_CACHE_MB,
    limits: {
      costMax: values.COST_MAX,
      depthMax: values.DEPTH_MAX,
      requestsPerMinute: values.REQUESTS_PER_MINUTE,
      answerMbMax: values.ANSWER_MB_MAX,
      publicIntrospection: values.PUBLIC_INTROSPECTION,
    },
    http: {
      allowedOrigins: values.ALLOWED_ORIGINS,
      trustProxy: values.TRUST_PROXY,
      requestsPerMinuteOfAddress:
        values.REQUESTS_PER_MINUTE_OF_ADDRESS ?? values.REQUESTS_PER_MINUTE * ACCOUNTS_OF_ADDRESS,
      requestsInWork: values.REQUESTS_IN_WORK,
      requestWaitMs: values.REQUEST_WAIT_MS,
      stopTimeoutMs: values.STOP_TIMEOUT_MS,
    },
  };
}

/** An address of this machine alone. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/**
 * Signing in by choosing a persona is for trying the registry: never beside a database of one's own, never in production, and only when it
 * was asked for where other machines reach the server.
 */
function demoSignInOf({ DEMO_SIGN_IN, DATABASE_URL, NODE_ENV, HOST }: z.infer<typeof environment>) {
  const isForTrying = DATABASE_URL === undefined && NODE_ENV !== 'production';
  const demoSignIn = isForTrying && (DEMO_SIGN_IN ?? isLoopback(HOST));
  return { demoSignIn, isDemoSignInExposed: demoSignIn && !isLoopback(HOST) };
}
