import type { Caller } from '@registry/prisma/deadline.ts';
import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { OpenTransaction } from '@registry/prisma/scoped-batches.ts';
import type { Statement, StatementResult } from '@registry/prisma/statement-batch.ts';
import type { RequestDeadline } from './deadline.ts';
import { delegates } from './delegates.ts';
import { Pipeline, type QueuedStatement, queryRows } from './pipeline.ts';
import { type ApplyScope, orNotFound } from './reading-db.ts';
import type { ScopedDb } from './scoped-db.ts';
import { compileRead, isCompiled } from './sql-builder/compile-read.ts';
import { compileWrite } from './sql-builder/compile-write.ts';
import { type Arguments, NotCompilable } from './sql-builder/sql-builder.ts';

/**
 * The last changes of an act, after all checks, whose outcome is not waited for: they travel with the next statement, at the latest with
 * COMMIT, which fails if one of them does.
 */
export type DeferredWrites = {
  readonly [Model in keyof ScopedDb]: {
    create(args: Prisma.Args<ScopedDb[Model], 'create'>): void;
    /** Refused with CONFLICT when there is nothing that it changes. */
    updateMany(args: Prisma.Args<ScopedDb[Model], 'updateMany'>): void;
  };
};

/** Statements of this folder's own within a transaction; `Prisma.sql` makes them. */
export type RawStatements = {
  /** The rows of a query. */
  query<Row>(statement: Statement): Promise<Row[]>;
  /** How many rows a statement wrote. */
  execute(statement: Statement): Promise<number>;
  /** Sends a statement together with the next one, at the latest with COMMIT; if it fails, so does that. */
  defer(statement: Statement): void;
};

/** A transaction as this folder holds it: the models, and statements of its own. */
export type Transaction = {
  readonly db: ScopedDb;
  readonly deferred: DeferredWrites;
  /** Whether anything waits to travel along. */
  hasPending(): boolean;
} & RawStatements;

/** A transaction that its owner can end. */
export type EndingTransaction = Transaction & { commit(): Promise<void> };

/** For whom an act is done: once its COMMIT is sent, it is given up for want of time alone. */
export type ActingCaller = Caller & { readonly deadline: RequestDeadline | null };

type RunStatement = (statement: QueuedStatement) => Promise<StatementResult>;

/** Within a transaction only compiled statements can run: this tells the author of the act. */
function compiled<Result>(model: string, operation: string, compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof NotCompilable)) throw error;
    throw new Error(`${model}.${operation} is not compiled within a transaction: say it without ${error.message}.`, {
      cause: error,
    });
  }
}

async function operate(run: RunStatement, model: string, operation: string, args: Arguments): Promise<unknown> {
  if (isCompiled(operation)) {
    const read = compiled(model, operation, () => compileRead(model, operation, args));
    return orNotFound(operation, read.decodeRows((await run(read)).rows));
  }
  const compiledWrite = compiled(model, operation, () => compileWrite(model, operation, args));
  return orNotFound(operation, compiledWrite.decodeResult(await run(compiledWrite)));
}

/** A write as a statement that returns nothing; an update has to find what it changes. */
function deferredStatement(model: string, operation: string, args: Arguments): Statement {
  const silent = operation === 'create' ? 'createMany' : operation;
  const { text, values } = compiled(model, operation, () => compileWrite(model, silent, args));
  if (operation !== 'updateMany') return { text, values };
  return { text: `WITH found AS (${text} RETURNING 1) SELECT app.require_change(count(*))::text FROM found`, values };
}

/** The work of one transaction, and its end. */
export function transactionOn(open: OpenTransaction, applyScope: ApplyScope, caller: ActingCaller): EndingTransaction {
  const pipeline = new Pipeline(open.send, { isShared: false });
  const run: RunStatement = (statement) => pipeline.run(statement, caller);
  return {
    db: delegates((model, operation, args) => operate(run, model, operation, applyScope(model, operation, args))),
    query: (statement) => queryRows(pipeline, statement, caller),
    execute: async ({ text, values }) => (await run({ text, values })).count,
    defer: ({ text, values }) => pipeline.defer({ text, values }, caller),
    deferred: delegates((model, operation, args) => {
      pipeline.defer(deferredStatement(model, operation, applyScope(model, operation, args)), caller);
      return Promise.resolve();
    }) as unknown as DeferredWrites,
    hasPending: () => pipeline.hasPending,
    commit: () => open.commit(pipeline.takeDeferred(), caller.deadline?.timeAlone ?? null),
  };
}
