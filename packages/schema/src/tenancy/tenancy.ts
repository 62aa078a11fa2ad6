import { createPacketReader, createScopedClient, type Pool } from '@registry/prisma/client.ts';
import type { PrismaClient } from '@registry/prisma/generated/client/client.ts';
import type { Viewer } from '../core/viewer.logic.ts';
import { Reader } from './reader/reader.ts';
import { readingDb, type Sources } from './reading-db.ts';
import { keyOf, type Scope, scopeOf, settingsOf } from './scope.ts';
import { scopeArguments } from './scope-arguments.ts';
import { isTransient } from './transient.ts';

const SCOPES_MAX = 300;
const ATTEMPTS_MAX = 4;

/** The models of a client, without the ways round the scope. */
export type ScopedDb = Omit<PrismaClient, `$${string}`>;

/** A transaction as this folder holds it: the models, and statements of its own. */
export type Transaction = ScopedDb & Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

/** What the database is told for the length of a transaction: who acts, in which role, what it is called and why. */
export type TransactionSettings = Readonly<Record<'app.account' | 'app.act' | 'app.role' | 'app.reason', string>> & {
  /** The agency in which a service acts, for the length of the transaction. */
  readonly 'app.agency'?: string;
};

/** The two ways to the data of one scope: its models, and the client behind them. */
type Door = { readonly client: () => PrismaClient; readonly db: ScopedDb };

/**
 * Reads and writes of one process, by scope. Every scope has a client of its own, because Prisma merges look-ups that different
 * requests make in the same tick: a client that changed its identity between requests would answer one of them with the other's rows.
 */
export class Tenancy {
  readonly #pool: Pool;
  readonly #doors = new Map<string, Door>();
  readonly #filters: boolean;
  readonly #onFallback: Sources['onFallback'];

  /** `filters: false` takes the first wall away, for the tests that show the second to hold alone. */
  constructor(pool: Pool, options: { filters?: boolean; onFallback?: Sources['onFallback'] } = {}) {
    this.#pool = pool;
    this.#filters = options.filters ?? true;
    this.#onFallback = options.onFallback;
  }

  #doorOf(scope: Scope): Door {
    const key = keyOf(scope);
    const known = this.#doors.get(key);
    if (known) {
      this.#doors.delete(key);
      this.#doors.set(key, known);
      return known;
    }
    const door = this.#openDoor(scope);
    this.#doors.set(key, door);
    // The doors share the pool and hold nothing themselves, so the least used is simply forgotten.
    for (const oldest of this.#doors.keys()) {
      if (this.#doors.size <= SCOPES_MAX) break;
      this.#doors.delete(oldest);
    }
    return door;
  }

  #openDoor(scope: Scope): Door {
    let made: PrismaClient | undefined;
    const client = (): PrismaClient => {
      if (!made) {
        const plain = createScopedClient(this.#pool, settingsOf(scope));
        made = this.#filters ? withScope(plain, scope) : plain;
      }
      return made;
    };
    const db = readingDb({
      client,
      reader: new Reader(createPacketReader(this.#pool, settingsOf(scope))),
      scoped: (model, operation, args) => (this.#filters ? scopeArguments(model, operation, args, scope) : args),
      onFallback: this.#onFallback,
    });
    return { client, db };
  }

  /** The models of a scope. */
  dbFor(scope: Scope): ScopedDb {
    return this.#doorOf(scope).db;
  }

  /** The client of a scope. Only this folder may hold one: it has ways round the first wall. */
  clientFor(scope: Scope): PrismaClient {
    return this.#doorOf(scope).client();
  }

  /**
   * Runs `work` in one transaction with local settings; `work` gets the same two walls as every read. When the transaction loses a race
   * with another or its connection, nothing of it happened, and it runs again as a whole.
   */
  async transaction<Result>(
    scope: Scope,
    settings: TransactionSettings,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      let isDone = false;
      try {
        return await this.clientFor(scope).$transaction(async (transaction) => {
          await transaction.$executeRaw`SELECT set_config(key, value, true) FROM jsonb_each_text(${JSON.stringify(settings)}::jsonb)`;
          const result = await work(transaction);
          isDone = true;
          return result;
        });
      } catch (error) {
        // Once only the COMMIT is left, a lost connection leaves it open whether it happened: the client asks again, with its key.
        if (isDone || attempt === ATTEMPTS_MAX || !isTransient(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  /** The account behind a subject, with its roles; null when there is none or it is disabled. */
  async signIn(subject: string): Promise<readonly SignInRow[]> {
    return this.clientFor({ kind: 'none' }).$queryRaw<SignInRow[]>`SELECT * FROM app.sign_in(${subject})`;
  }
}

export type SignInRow = {
  accountId: string;
  name: string;
  role: Viewer['roles'][number];
  agencyId: string | null;
  agencyCode: string | null;
};

/** The first wall: every operation carries the filter of its scope, at every depth of its selection. */
function withScope(prisma: PrismaClient, scope: Scope): PrismaClient {
  const scoped = prisma.$extends({
    name: 'scope',
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) =>
          query(scopeArguments(model, operation, args as Record<string, unknown>, scope) as typeof args),
      },
    },
  });
  // The extension changes arguments only; the client's interface stays what it was.
  return scoped as unknown as PrismaClient;
}

/** What a data call needs to know: who asks, and where the data is. */
export type Scoped = { readonly viewer: Viewer; readonly tenancy: Tenancy };

/** The data of the viewer's scope: an agency's own, or what is disclosed to a city role. There is no data call without it. */
export const agencyDb = ({ viewer, tenancy }: Scoped): ScopedDb => tenancy.dbFor(scopeOf(viewer));
