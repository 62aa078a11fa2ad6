import type { OpenTransaction } from '@registry/prisma/client.ts';
import type { Statement } from '@registry/prisma/packet.ts';
import { askFor, Courier } from './courier.ts';
import { delegates } from './delegates.ts';
import { compileRead, isCompiled } from './reader/compile.ts';
import { type Arguments, NotCovered } from './reader/draft.ts';
import { compileWrite } from './reader/writing.ts';
import { type Narrow, promised } from './reading-db.ts';
import type { ScopedDb } from './scoped-db.ts';

/** Statements of this folder's own within a transaction; `Prisma.sql` makes them. */
export type OwnStatements = {
  /** The rows of a query. */
  query<Row>(statement: Statement): Promise<Row[]>;
  /** How many rows a statement wrote. */
  execute(statement: Statement): Promise<number>;
  /** Does a statement along with whatever is done next, at the latest with the COMMIT; if it fails, so does that. */
  along(statement: Statement): void;
};

/** A transaction as this folder holds it: the models, and statements of its own. */
export type Transaction = { readonly db: ScopedDb } & OwnStatements;

async function operate(courier: Courier, model: string, operation: string, args: Arguments): Promise<unknown> {
  try {
    if (isCompiled(operation)) {
      const reading = compileRead(model, operation, args);
      return promised(operation, reading.answer((await courier.carry(reading)).rows));
    }
    const writing = compileWrite(model, operation, args);
    return promised(operation, writing.answer(await courier.carry(writing)));
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    throw new Error(`${model}.${operation} is not compiled within a transaction: say it without ${error.message}.`, {
      cause: error,
    });
  }
}

/** The work of one transaction, and its end. */
export function transactionOn(open: OpenTransaction, narrow: Narrow): Transaction & { commit(): Promise<void> } {
  const courier = new Courier(open.send, { isShared: false });
  return {
    db: delegates((model, operation, args) => operate(courier, model, operation, narrow(model, operation, args))),
    query: (statement) => askFor(courier, statement),
    execute: async ({ text, values }) => (await courier.carry({ text, values })).count,
    along: ({ text, values }) => courier.add({ text, values }),
    commit: () => open.commit(courier.rest()),
  };
}
