import { createPacketReader, createScopedClient, openTransaction, type Pool } from '@registry/prisma/client.ts';
import type { PrismaClient } from '@registry/prisma/generated/client/client.ts';
import type { Statement } from '@registry/prisma/packet.ts';
import type { Viewer } from '../core/viewer.logic.ts';
import { askFor, Courier } from './courier.ts';
import { type Changed, type Derivation, upToDate } from './derivation.ts';
import { type Narrow, readingDb, type Sources } from './reading-db.ts';
import { keyOf, type Scope, scopeOf, settingsOf } from './scope.ts';
import { ScopedSelections, scopeArguments } from './scope-arguments.ts';
import type { ScopedDb } from './scoped-db.ts';
import { type Transaction, transactionOn } from './transaction.ts';
import { hasLostRace, isTransient } from './transient.ts';

const SCOPES_MAX = 300;
const ATTEMPTS_MAX = 4;

/** What the database is told for the length of a transaction: who acts, in which role, what it is called and why. */
export type TransactionSettings = Readonly<Record<'app.account' | 'app.act' | 'app.role' | 'app.reason', string>> & {
  /** The agency in which a service acts, for the length of the transaction. */
  readonly 'app.agency'?: string;
};

/** The ways to the data of one scope: its models, the client behind them, what carries statements, and the first wall. */
type Door = {
  readonly client: () => PrismaClient;
  readonly db: ScopedDb;
  readonly courier: Courier;
  readonly narrow: Narrow;
};

/**
 * Reads and writes of one process, by scope. Every scope has a client of its own, because Prisma merges look-ups that different
 * requests make in the same tick: a client that changed its identity between requests would answer one of them with the other's rows.
 */
export class Tenancy {
  readonly #pool: Pool;
  readonly #doors = new Map<string, Door>();
  readonly #filters: boolean;
  readonly #onFallback: Sources['onFallback'];
  #derivation: Derivation | null = null;

  /** `filters: false` takes the first wall away, for the tests that show the second to hold alone. */
  constructor(pool: Pool, options: { filters?: boolean; onFallback?: Sources['onFallback'] } = {}) {
    this.#pool = pool;
    this.#filters = options.filters ?? true;
    this.#onFallback = options.onFallback;
  }

  /** Has a table kept up to date with acts. */
  derive(derivation: Derivation): void {
    this.#derivation = derivation;
  }

  noteAct(agencyId: string, changed: Changed): void {
    this.#derivation?.noteAct(agencyId, changed);
  }

  /** Waits until what a statement reads is up to date. */
  upToDate(text: string, scope: Scope): Promise<void> | null {
    return upToDate(this.#derivation, text, scope);
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
    const courier = new Courier(createPacketReader(this.#pool, settingsOf(scope)), { isShared: true });
    const narrow = this.#narrow(scope);
    const db = readingDb({
      client,
      courier,
      narrow,
      upToDate: (text) => this.upToDate(text, scope),
      onFallback: this.#onFallback,
    });
    return { client, db, courier, narrow };
  }

  #narrow(scope: Scope): Narrow {
    if (!this.#filters) return (_model, _operation, args) => args;
    const selections = new ScopedSelections(scope);
    return (model, operation, args) => scopeArguments(model, operation, args, scope, selections);
  }

  /** The models of a scope. */
  dbFor(scope: Scope): ScopedDb {
    return this.#doorOf(scope).db;
  }

  /** The rows of a statement of this folder's own that only reads. They travel as JSON, so its columns are texts, truths and small numbers. */
  async ask<Row>(scope: Scope, statement: Statement): Promise<Row[]> {
    await this.upToDate(statement.text, scope);
    return askFor(this.#doorOf(scope).courier, statement);
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
      const open = await openTransaction(this.#pool, { ...settingsOf(scope), ...settings });
      const { commit, ...transaction } = transactionOn(open, this.#doorOf(scope).narrow);
      let isEnding = false;
      try {
        const result = await work(transaction);
        isEnding = true;
        await commit();
        return result;
      } catch (error) {
        await open.rollback();
        // A connection that is lost at the end leaves it open whether the change happened: the client asks again, with its key.
        const isUndone = isEnding ? hasLostRace(error) : isTransient(error);
        if (attempt === ATTEMPTS_MAX || !isUndone) throw error;
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
