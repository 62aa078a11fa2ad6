import { createScopedClient, type Pool } from '@registry/prisma/client.ts';
import type { Caller } from '@registry/prisma/deadline.ts';
import { FairPool } from '@registry/prisma/fair-pool.ts';
import type { PrismaClient } from '@registry/prisma/generated/client/client.ts';
import { createScopedReader, openTransaction } from '@registry/prisma/scoped-batches.ts';
import type { Statement } from '@registry/prisma/statement-batch.ts';
import type { Trace } from '@registry/prisma/trace.ts';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../base/viewer.logic.ts';
import { type RequestDeadline, withDeadline } from './deadline.ts';
import { type Changed, type Derivation, upToDate } from './derivation.ts';
import { forPerson } from './for-person.ts';
import { notAsOfMoment } from './moment-refusals.ts';
import { Pipeline, queryRows } from './pipeline.ts';
import { withScope } from './prisma-scope.ts';
import { type ApplyScope, type ReadingDb, readingDb } from './reading-db.ts';
import { retrying } from './retrying.ts';
import { keyOf, type Scope, scopeOf, settingsOf, shareKeyOf, withAccount } from './scope.ts';
import { ScopedSelections, scopeArguments } from './scope-arguments.ts';
import type { ScopedDb } from './scoped-db.ts';
import type { Arguments } from './sql-builder/sql-builder.ts';
import type { Past, TenancyOptions, TransactionSettings } from './tenancy-options.ts';
import { type ActingCaller, type Transaction, transactionOn } from './transaction.ts';

const SCOPES_MAX = 300;
/** Clients of Prisma's take 0.9 MB each, and are made for the few reads that are not compiled. */
const PRISMA_CLIENTS_MAX = 24;

/** The registry's own work, which has no deadline. */
const ownCaller = { shareKey: 'registry', deadline: null };

/** The ways to the data of one scope: its models, what carries statements, and the first wall. */
type ScopedClient = {
  readonly db: ReadingDb;
  readonly pipeline: Pipeline;
  readonly applyScope: ApplyScope;
};

/**
 * Reads and writes of one process, by scope. Every scope has its own client, because Prisma merges look-ups of different requests in the
 * same tick: a client shared between scopes would answer one of them with the other's rows.
 */
export class Tenancy {
  readonly #pool: FairPool;
  /** They share the pool and hold nothing themselves, so the least used is simply forgotten. */
  readonly #scopedClients = new LRUCache<string, ScopedClient>({ max: SCOPES_MAX });
  readonly #prismaClients = new LRUCache<string, PrismaClient>({ max: PRISMA_CLIENTS_MAX });
  readonly #options: TenancyOptions;
  readonly #filters: boolean;
  /** By scope; they are the same for every moment. */
  readonly #selections: LRUCache<string, ScopedSelections>;
  /** The moment as of which it reads; null where it reads, and writes, what there is now. */
  readonly moment: Date | null;
  /** Whether reads are compiled; Prisma does them otherwise. */
  readonly isCompiling: boolean;
  #derivation: Derivation | null = null;

  constructor(pool: Pool | FairPool, options: TenancyOptions = {}, past: Past | null = null) {
    this.#pool = pool instanceof FairPool ? pool : new FairPool(pool);
    this.#options = options;
    this.#filters = options.filters ?? true;
    this.#selections = past?.selections ?? new LRUCache({ max: SCOPES_MAX });
    this.moment = past?.moment ?? null;
    this.isCompiling = this.moment !== null || (options.compiledReads ?? true);
  }

  /** The data as of a moment, for one request; see docs/decisions/0050-as-of-a-moment.md. */
  asOf(moment: Date): Tenancy {
    return new Tenancy(this.#pool, this.#options, { moment, selections: this.#selections });
  }

  /** Keeps a table up to date with acts. */
  derive(derivation: Derivation): void {
    this.#derivation = derivation;
  }

  onActCommitted(agencyId: string, changed: Changed): void {
    this.#derivation?.onActCommitted(agencyId, changed);
  }

  /** Waits until what a statement reads is up to date. */
  upToDate(text: string | null, scope: Scope): Promise<void> | null {
    return upToDate(this.#derivation, text, scope);
  }

  #clientOf(scope: Scope): ScopedClient {
    const key = keyOf(scope);
    const known = this.#scopedClients.get(key);
    if (known) return known;
    const client = this.#createClient(scope);
    this.#scopedClients.set(key, client);
    return client;
  }

  #createClient(scope: Scope): ScopedClient {
    const pipeline = new Pipeline(createScopedReader(this.#pool, settingsOf(scope), this.moment), {
      isShared: true,
    });
    const applyScope = this.#applyScope(scope);
    const db = readingDb({
      prismaClient: () => this.prismaClientFor(scope),
      pipeline,
      applyScope,
      upToDate: (text) => this.upToDate(text, scope),
      ofPerson: (accountId) => {
        const personal = withAccount(scope, accountId);
        return keyOf(personal) === keyOf(scope) ? null : this.#clientOf(personal).db;
      },
      isCompiling: this.isCompiling,
      onFallback: this.#options.onFallback,
    });
    return { db, pipeline, applyScope };
  }

  /** The client of a scope. It has ways round the first wall, so it never leaves this folder. */
  prismaClientFor(scope: Scope): PrismaClient {
    if (this.moment) throw notAsOfMoment();
    const key = keyOf(scope);
    const known = this.#prismaClients.get(key);
    if (known) return known;
    const plain = createScopedClient(this.#pool, settingsOf(scope));
    const made = this.#filters ? withScope(plain, scope) : plain;
    this.#prismaClients.set(key, made);
    return made;
  }

  #applyScope(scope: Scope): ApplyScope {
    if (!this.#filters) return (_model, _operation, args) => args;
    const key = keyOf(scope);
    const selections = this.#selections.get(key) ?? new ScopedSelections(scope);
    this.#selections.set(key, selections);
    return (model, operation, args) => scopeArguments(model, operation, args, scope, selections);
  }

  /** The arguments of a read of a model within a scope, as every read has them. */
  within(scope: Scope, model: string, args: Arguments): Arguments {
    return this.#applyScope(scope)(model, 'findMany', args);
  }

  /** The models of a scope, for a caller. */
  dbFor(scope: Scope, caller: Caller = ownCaller): ScopedDb {
    return this.#clientOf(scope).db.of(caller);
  }

  /** The rows of a statement of this folder's own that only reads. They travel as JSON, so its columns are texts, truths and small numbers. */
  async query<Row>(scope: Scope, statement: Statement, caller: Caller = ownCaller): Promise<Row[]> {
    const waiting = this.upToDate(statement.text, scope);
    if (waiting) await withDeadline(waiting, caller.deadline);
    return queryRows(this.#clientOf(scope).pipeline, statement, caller);
  }

  /** Runs `work` in one transaction with local settings; `work` gets the same two walls as every read. */
  transaction<Result>(
    scope: Scope,
    settings: TransactionSettings,
    work: (transaction: Transaction) => Promise<Result>,
    caller: ActingCaller = ownCaller,
  ): Promise<Result> {
    if (this.moment) throw new Error('Nothing is written as of a moment.');
    const applyScope = forPerson(
      this.#clientOf(scope).applyScope,
      () => this.#clientOf(withAccount(scope, settings['app.account'])).applyScope,
    );
    const begin = async () => {
      const open = await openTransaction(this.#pool, { ...settingsOf(scope), ...settings }, caller);
      return { open, transaction: transactionOn(open, applyScope, caller) };
    };
    return retrying(begin, work, caller, this.#options.onRetry);
  }
}

/** What a data call needs: who asks, until when, and where the data is. */
export type Scoped = {
  readonly viewer: Viewer;
  readonly tenancy: Tenancy;
  /** Absent outside of requests. */
  readonly deadline?: RequestDeadline;
  readonly trace?: Trace | null;
};

/** For whom a request is served. */
export const callerOf = ({
  viewer,
  deadline = null,
  trace = null,
}: Pick<Scoped, 'viewer' | 'trace'> & { deadline?: RequestDeadline | null }) => ({
  shareKey: shareKeyOf(viewer),
  accountId: viewer.account?.id ?? null,
  deadline,
  trace,
});

/** The data of the viewer's scope: an agency's own, or what is disclosed to a city role. Every data call goes through it. */
export const agencyDb = (scoped: Scoped): ScopedDb => scoped.tenancy.dbFor(scopeOf(scoped.viewer), callerOf(scoped));
