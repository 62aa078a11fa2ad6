type Sentence = readonly [messageTh: string, messageEn: string];

export type Settings = {
  readonly PORT: number;
  readonly HOST: string;
  readonly DATA_DIR: string;
  readonly DATABASE_URL: string | undefined;
  readonly MIGRATION_DATABASE_URL: string | undefined;
  readonly ADMIN_DATABASE_URL: string | undefined;
  readonly NODE_ENV: string | undefined;
  readonly DEMO_SIGN_IN: boolean | undefined;
  readonly OIDC_ISSUER: string | undefined;
  readonly OIDC_AUDIENCE: string | undefined;
  readonly LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly POOL_SIZE: number;
  readonly REQUEST_TIMEOUT_MS: number;
  readonly STATEMENT_TIMEOUT_MS: number;
  readonly COST_MAX: number;
  readonly DEPTH_MAX: number;
  readonly REQUESTS_PER_MINUTE: number;
  readonly REQUESTS_PER_MINUTE_OF_ADDRESS: number | undefined;
  readonly REQUESTS_IN_WORK: number;
  readonly REQUEST_WAIT_MS: number;
  readonly ALLOWED_ORIGINS: readonly string[];
  readonly TRUST_PROXY: number | readonly string[];
  readonly STOP_TIMEOUT_MS: number;
  readonly PUBLIC_INTROSPECTION: boolean;
  readonly ANSWER_MB_MAX: number;
  readonly RESPONSE_CACHE_MB: number;
  readonly COMPILED_READS: boolean;
  readonly PLAIN_EXECUTION: boolean;
  readonly METRICS: boolean;
};

/** The values hold only where there is no problem. */
export declare function readSettings(env: Readonly<Record<string, string | undefined>>): {
  readonly values: Settings;
  readonly problems: readonly Sentence[];
};
export declare function serverProblems(
  values: Pick<Settings, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL'>,
): readonly Sentence[];
