import type { Prisma } from '@registry/prisma/generated/client/client.ts';
import type { Outcome, Statement } from '@registry/prisma/packet.ts';
import type { OpenTransaction } from '@registry/prisma/scoped-packets.ts';
import { askFor, Courier, type Letter } from './courier.ts';
import type { RequestDeadline } from './deadline.ts';
import { delegates } from './delegates.ts';
import { compileRead, isCompiled } from './reader/compile.ts';
import { type Arguments, NotCovered } from './reader/draft.ts';
import { compileWrite } from './reader/writing.ts';
import { type Narrow, promised } from './reading-db.ts';
import type { ScopedDb } from './scoped-db.ts';

/**
 * The changes that come last in an act, when all is checked, and whose outcome nobody waits for: they travel along with whatever is done next,
 * at the latest with the COMMIT, and if one is refused, so is that.
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
  /** Does a statement along with whatever is done next, at the latest with the COMMIT; if it fails, so does that. */
  defer(statement: Statement): void;
};

/** A transaction as this folder holds it: the models, and statements of its own. */
export type Transaction = {
  readonly db: ScopedDb;
  readonly deferred: DeferredWrites;
  /** Whether anything waits to travel along. */
  hasPending(): boolean;
} & RawStatements;

/** For whom an act is done: once its COMMIT is sent, it is given up for want of time alone. */
export type ActingCaller = { readonly payer: string; readonly deadline: RequestDeadline | null };

type Carry = (letter: Letter) => Promise<Outcome>;

/** What is not compiled has no other way within a transaction: whoever wrote the act is told. */
function compiled<Result>(model: string, operation: string, compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    throw new Error(`${model}.${operation} is not compiled within a transaction: say it without ${error.message}.`, {
      cause: error,
    });
  }
}

async function operate(carry: Carry, model: string, operation: string, args: Arguments): Promise<unknown> {
  if (isCompiled(operation)) {
    const reading = compiled(model, operation, () => compileRead(model, operation, args));
    return promised(operation, reading.answer((await carry(reading)).rows));
  }
  const writing = compiled(model, operation, () => compileWrite(model, operation, args));
  return promised(operation, writing.answer(await carry(writing)));
}

/** A write as a statement that returns nothing; an update has to find what it changes. */
function deferredStatement(model: string, operation: string, args: Arguments): Statement {
  const silent = operation === 'create' ? 'createMany' : operation;
  const { text, values } = compiled(model, operation, () => compileWrite(model, silent, args));
  if (operation !== 'updateMany') return { text, values };
  return { text: `WITH found AS (${text} RETURNING 1) SELECT app.require_change(count(*))::text FROM found`, values };
}

/** The work of one transaction, and its end. */
export function transactionOn(
  open: OpenTransaction,
  narrow: Narrow,
  caller: ActingCaller,
): Transaction & { commit(): Promise<void> } {
  const courier = new Courier(open.send, { isShared: false });
  const carry: Carry = (letter) => courier.carry(letter, caller);
  return {
    db: delegates((model, operation, args) => operate(carry, model, operation, narrow(model, operation, args))),
    query: (statement) => askFor(courier, statement, caller),
    execute: async ({ text, values }) => (await carry({ text, values })).count,
    defer: ({ text, values }) => courier.add({ text, values }, caller),
    deferred: delegates((model, operation, args) => {
      courier.add(deferredStatement(model, operation, narrow(model, operation, args)), caller);
      return Promise.resolve();
    }) as unknown as DeferredWrites,
    hasPending: () => courier.hasPending,
    commit: () => open.commit(courier.rest(), caller.deadline?.timeAlone ?? null),
  };
}
