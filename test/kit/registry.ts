import type { IdentityProvider, Limits, Switches } from '@registry/api/config.ts';
import { createServer, type ServerOptions } from '@registry/api/server.ts';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import { type Logger, pino } from 'pino';
import type { Client } from './client.ts';
import { connectClient } from './client-connection.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from './database-copy.ts';
import { requireDeclared } from './declared-codes.ts';
import { personOf } from './person.ts';
import { switchesOfThisRun } from './switches.ts';

export type Options = {
  readonly schema?: GraphQLSchema;
  readonly filters?: boolean;
  readonly onFallback?: ServerOptions['onFallback'];
  readonly http?: Partial<ServerOptions['config']['http']>;
  /** The provider of access tokens; with a client, people sign in there too. */
  readonly oidc?: Pick<IdentityProvider, 'issuer' | 'audience'> & Partial<Pick<IdentityProvider, 'client'>>;
  /** Further providers. */
  readonly providers?: readonly IdentityProvider[];
  readonly browserSignIn?: Partial<ServerOptions['config']['browserSignIn']>;
  readonly demoSignIn?: boolean;
  /** Where it listens, when an address has to be known before. */
  readonly port?: number;
  readonly limits?: Partial<Limits>;
  readonly poolSize?: number;
  readonly requestTimeoutMs?: number;
  readonly responseCacheMb?: number;
  readonly analysts?: Partial<ServerOptions['config']['analysts']>;
  readonly switches?: Partial<Switches>;
  readonly metrics?: boolean;
  readonly logger?: Logger;
  readonly checkSocketsEveryMs?: number;
  readonly noteSignInsEveryMs?: number;
  /** A database to serve instead of a copy of the seeded one. */
  readonly database?: DatabaseCopy;
};

export type HttpRequest = {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly payload?: any;
};
export type HttpResponse = {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  json(): any;
};

export type { Answer, Client } from './client.ts';

const namesOfProvider = { key: 'main', nameTh: 'ระบบยืนยันตัวตน', nameEn: 'Identity provider' };

/** The whole server over a database of its own, asked as clients ask it. */
export async function startRegistry({
  schema,
  filters,
  onFallback,
  limits,
  http: httpConfig,
  oidc,
  providers = [],
  browserSignIn,
  demoSignIn = true,
  port = 0,
  poolSize,
  requestTimeoutMs,
  responseCacheMb,
  analysts,
  switches,
  metrics,
  logger,
  checkSocketsEveryMs,
  noteSignInsEveryMs,
  database,
}: Options = {}) {
  const copy = database ?? (await copyDatabase());
  const app = await createServer({
    config: {
      demoSignIn,
      identityProviders: [...(oidc ? [{ ...namesOfProvider, client: null, ...oidc }] : []), ...providers],
      browserSignIn: { publicUrl: undefined, limits: { idleSeconds: 1_800, lifeSeconds: 43_200 }, ...browserSignIn },
      poolSize: poolSize ?? 6,
      requestTimeoutMs: requestTimeoutMs ?? 15_000,
      statementTimeoutMs: 15_000,
      analysts: { poolSize: 2, timeoutMs: 10_000, ...analysts },
      responseCacheMb: responseCacheMb ?? 64,
      switches: { ...switchesOfThisRun, ...switches },
      metrics: metrics ?? true,
      limits: {
        costMax: 500_000,
        // Answers are compared byte by byte: what is left of a budget would differ between any two.
        budgets: null,
        // The public is probed with what costs more than it may ask without registering it.
        unregisteredCostMax: new Map(),
        depthMax: 15,
        requestsPerMinute: 1_000_000,
        answerMbMax: 10,
        publicIntrospection: true,
        ...limits,
      },
      http: {
        allowedOrigins: [],
        trustProxy: 0,
        requestsPerMinuteOfAddress: 10_000_000,
        requestsInWork: 64,
        requestWaitMs: 5_000,
        stopTimeoutMs: 10_000,
        openDataLicence: undefined,
        ...httpConfig,
      },
    },
    databaseUrl: copy.app,
    ideDir: new URL('../../packages/api/dist/ide', import.meta.url).pathname,
    logger: logger ?? pino({ level: 'silent' }),
    checkSocketsEveryMs,
    noteSignInsEveryMs,
    schema,
    filters,
    onFallback,
  });
  const base = await app.listen({ port, host: '127.0.0.1' });

  const http = async ({ method = 'GET', url, headers = {}, payload }: HttpRequest): Promise<HttpResponse> => {
    const isJson = payload !== undefined && typeof payload !== 'string' && !Buffer.isBuffer(payload);
    const response = await fetch(base + url, {
      method,
      headers: isJson ? { 'content-type': 'application/json', ...headers } : headers,
      body: isJson ? JSON.stringify(payload) : payload,
    });
    const body = await response.text();
    return {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      body,
      json: () => JSON.parse(body),
    };
  };

  const tokens = new Map<string, Promise<string>>();
  const signIn = async (persona: string): Promise<string> => {
    const response = await http({ method: 'POST', url: '/demo/token', payload: { persona } });
    if (response.statusCode !== 200) throw new Error(`No persona ${persona}: ${response.body}`);
    return response.json().token;
  };
  const tokenOf = (persona: string): Promise<string> => {
    const token = tokens.get(persona) ?? signIn(persona);
    tokens.set(persona, token);
    return token;
  };

  const connection = connectClient(`${base}/graphql`);
  const client =
    (persona: string | null): Client =>
    async (query, variables = {}, headers = {}) => {
      const authorization: Record<string, string> = persona
        ? { authorization: `Bearer ${await tokenOf(persona)}` }
        : {};
      const {
        status,
        headers: received,
        text,
      } = await connection.post(
        { 'content-type': 'application/json', 'accept-language': 'en', ...authorization, ...headers },
        JSON.stringify({ query, variables }),
      );
      const { data = null, errors = [], extensions = {} } = JSON.parse(text);
      requireDeclared({ data, errors });
      return { status, data, errors, extensions, text, headers: received };
    };

  return {
    app,
    base,
    http,
    database: copy,
    /** One statement outside every wall, on the database of this registry. */
    rows: <Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) =>
      asSuperuser<Row>(copy.superuser, text, values),
    as: (persona: string) => client(persona),
    /** Somebody who does things by the names of mutations. */
    person: (persona: string) => personOf(client(persona), copy),
    public: client(null),
    tokenOf,
    async stop() {
      await app.close();
      connection.close();
      if (!database) await copy.drop();
    },
  };
}

export type Registry = Awaited<ReturnType<typeof startRegistry>>;

/** The nodes of a connection. */
export const nodes = (connection: { edges: { node: any }[] } | null | undefined): any[] =>
  connection?.edges.map(({ node }) => node) ?? [];
