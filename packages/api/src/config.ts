import { resolve } from 'node:path';
import type { Role } from '@registry/schema/base/viewer.logic.ts';
import { FIRST, type IdentityProvider } from './start/identity-providers.mjs';
import { isLoopback } from './start/setting-kinds.mjs';
import { readSettings, type Settings, serverProblems } from './start/settings.mjs';
import { StartupError } from './start/startup-error.ts';

export type { IdentityProvider };
export { FIRST as FIRST_PROVIDER };

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
  /** Whether demo sign-in is open to other machines, which an operator has to ask for. */
  readonly isDemoSignInExposed: boolean;
  /** Whose tokens are accepted, and where people sign in. */
  readonly identityProviders: readonly IdentityProvider[];
  readonly browserSignIn: BrowserSignInConfig;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly poolSize: number;
  /** How long a request is worked on in all. */
  readonly requestTimeoutMs: number;
  /** How long any statement may take. */
  readonly statementTimeoutMs: number;
  /** For what analysts have saved: the connections that only read, and how long a run may take. */
  readonly analysts: { readonly poolSize: number; readonly timeoutMs: number };
  /** For answers that may be given again; 0 keeps none. */
  readonly responseCacheMb: number;
  readonly switches: Switches;
  /** Whether `/metrics` is served. */
  readonly metrics: boolean;
  readonly limits: Limits;
  readonly http: HttpConfig;
};

/** Which of the registry's own machinery is used; what is switched off is done by the library that it stands in for, more slowly. */
export type Switches = {
  /** Whether reads become SQL statements of ours; Prisma reads otherwise. */
  readonly compiledReads: boolean;
  /** Whether plain queries are executed by plans; graphql-js executes everything otherwise. */
  readonly plainExecution: boolean;
};

/** Points of cost that may be spent in a minute. */
export type Budgets = {
  /** Of an account; for the public, of an address. */
  readonly account: number;
  readonly agency: number;
  /** Of the application that tokens are issued to. */
  readonly client: number;
  /** Of accounts whose leading role has a budget of its own. */
  readonly ofRoles: ReadonlyMap<Role | 'PUBLIC', number>;
};

export type Limits = {
  readonly costMax: number;
  /** Null where nothing is counted. */
  readonly budgets: Budgets | null;
  /** What a document that nobody has registered may cost, by leading role; 0 takes registered ones alone. */
  readonly unregisteredCostMax: ReadonlyMap<Role | 'PUBLIC', number>;
  readonly depthMax: number;
  readonly requestsPerMinute: number;
  /** The greatest size of an answer. */
  readonly answerMbMax: number;
  /** Whether clients without sign-in may see the schema. */
  readonly publicIntrospection: boolean;
};

/** How people sign in with a browser. */
export type BrowserSignInConfig = {
  /** Where people open the registry: an origin. Where it is not set, the address on which the server listens. */
  readonly publicUrl: string | undefined;
  /** How long a session lasts while nobody uses it, and in all. */
  readonly limits: { readonly idleSeconds: number; readonly lifeSeconds: number };
};

/** How requests are taken in. */
export type HttpConfig = {
  /** Web pages of other sites that may ask. */
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: number | readonly string[];
  /** Requests of one address in a minute, over all accounts. */
  readonly requestsPerMinuteOfAddress: number;
  readonly requestsInWork: number;
  readonly requestWaitMs: number;
  readonly stopTimeoutMs: number;
  /** Address of the licence under which the city gives its open data; none is claimed where it is not set. */
  readonly openDataLicence: string | undefined;
};

/** An agency may spend as much as so many of its accounts, and an application as much as so many. */
const ACCOUNTS_OF_AGENCY = 4;
const ACCOUNTS_OF_CLIENT = 40;

function budgetsOf(values: Settings): Budgets | null {
  const account = values.COST_PER_MINUTE;
  if (account === 0) return null;
  return {
    account,
    agency: values.COST_PER_MINUTE_OF_AGENCY ?? account * ACCOUNTS_OF_AGENCY,
    client: values.COST_PER_MINUTE_OF_CLIENT ?? account * ACCOUNTS_OF_CLIENT,
    ofRoles: values.COST_PER_MINUTE_OF_ROLES,
  };
}

/** Many accounts may share the address of one office. */
const ACCOUNTS_OF_ADDRESS = 10;

/** The configuration, or a StartupError that names every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { values, problems } = readSettings(env);
  if (problems.length > 0) throw refusal(problems);
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    adminDatabaseUrl: values.ADMIN_DATABASE_URL,
    ...demoSignInOf(values),
    identityProviders: identityProvidersOf(values),
    browserSignIn: {
      publicUrl: values.PUBLIC_URL,
      limits: { idleSeconds: values.SESSION_IDLE_MINUTES * 60, lifeSeconds: values.SESSION_HOURS * 3_600 },
    },
    logLevel: values.LOG_LEVEL,
    poolSize: values.POOL_SIZE,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
    analysts: { poolSize: values.ANALYST_POOL_SIZE, timeoutMs: values.ANALYST_TIMEOUT_MS },
    responseCacheMb: values.RESPONSE_CACHE_MB,
    switches: { compiledReads: values.COMPILED_READS, plainExecution: values.PLAIN_EXECUTION },
    metrics: values.METRICS,
    limits: {
      costMax: values.COST_MAX,
      budgets: budgetsOf(values),
      unregisteredCostMax: values.COST_MAX_OF_UNREGISTERED,
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
      openDataLicence: values.OPEN_DATA_LICENCE,
    },
  };
}

function identityProvidersOf(values: Settings): readonly IdentityProvider[] {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = values;
  if (issuer === undefined || audience === undefined) return values.OIDC_PROVIDERS;
  const client = id === undefined ? null : { id, secret: secret ?? null };
  const names = { nameTh: values.OIDC_NAME_TH, nameEn: values.OIDC_NAME_EN };
  return [{ key: FIRST, issuer, audience, client, ...names }, ...values.OIDC_PROVIDERS];
}

const refusal = (problems: readonly (readonly [messageTh: string, messageEn: string])[]): StartupError =>
  new StartupError(problems.map(([th]) => th).join('; '), problems.map(([, en]) => en).join(' '));

/** Throws a StartupError where a server cannot run with this configuration, though a command may. */
export function requireServable({ databaseUrl, migrationDatabaseUrl }: Config): void {
  const problems = serverProblems({ DATABASE_URL: databaseUrl, MIGRATION_DATABASE_URL: migrationDatabaseUrl });
  if (problems.length > 0) throw refusal(problems);
}

/**
 * Signing in by choosing a persona is for trying the registry: never beside a database of one's own, never in production, and only when it
 * was asked for where other machines reach the server.
 */
function demoSignInOf({ DEMO_SIGN_IN, DATABASE_URL, NODE_ENV, HOST }: Settings) {
  const isForTrying = DATABASE_URL === undefined && NODE_ENV !== 'production';
  const demoSignIn = isForTrying && (DEMO_SIGN_IN ?? isLoopback(HOST));
  return { demoSignIn, isDemoSignInExposed: demoSignIn && !isLoopback(HOST) };
}
