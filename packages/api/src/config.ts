import { resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const natural = z.coerce.number().int().min(1);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.string().min(1).optional(),
  MIGRATION_DATABASE_URL: z.string().min(1).optional(),
  ADMIN_DATABASE_URL: z.string().min(1).optional(),
  NODE_ENV: z.string().optional(),
  DEMO_SIGN_IN: flag.default(true),
  OIDC_ISSUER: z.url().optional(),
  OIDC_AUDIENCE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  POOL_SIZE: natural.max(200).default(12),
  REQUEST_TIMEOUT_MS: natural.max(600_000).default(15_000),
  STATEMENT_TIMEOUT_MS: natural.default(15_000),
  COST_MAX: natural.default(50_000),
  DEPTH_MAX: natural.default(15),
  REQUESTS_PER_MINUTE: natural.default(6_000),
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
};

export type Limits = { readonly costMax: number; readonly depthMax: number; readonly requestsPerMinute: number };

/** The configuration, or a StartupError that names every variable that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
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
    // Signing in by choosing a persona is for trying the registry: never beside a database of one's own, never in production.
    demoSignIn: values.DEMO_SIGN_IN && values.DATABASE_URL === undefined && values.NODE_ENV !== 'production',
    oidc:
      values.OIDC_ISSUER && values.OIDC_AUDIENCE
        ? { issuer: values.OIDC_ISSUER, audience: values.OIDC_AUDIENCE }
        : undefined,
    logLevel: values.LOG_LEVEL,
    poolSize: values.POOL_SIZE,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
    responseCacheMb: values.RESPONSE_CACHE_MB,
    limits: { costMax: values.COST_MAX, depthMax: values.DEPTH_MAX, requestsPerMinute: values.REQUESTS_PER_MINUTE },
  };
}
