import type { Caller, Deadline } from '@registry/prisma/deadline.ts';
import { Prisma, type PrismaClient } from '@registry/prisma/generated/client/client.ts';
import { withDeadline } from './deadline.ts';
import { delegates, doneBy } from './delegates.ts';
import { withFoundIds } from './found-ids.ts';
import { isPersonal } from './model.ts';
import { type Pipeline, queryRows } from './pipeline.ts';
import { readByPrisma } from './prisma-read.ts';
import type { ScopedDb } from './scoped-db.ts';
import { type CompiledRead, compileRead, isCompiled } from './sql-builder/compile-read.ts';
import { type Arguments, NotCompilable } from './sql-builder/sql-builder.ts';

/** The first wall: puts the scope into the arguments of an operation. */
export type ApplyScope = (model: string, operation: string, args: Arguments) => Arguments;

export type ReadingOptions = {
  readonly pipeline: Pipeline;
  /** The client of the same scope, made when it is first needed: for reads that are not compiled. */
  readonly prismaClient: () => PrismaClient;
  readonly applyScope: ApplyScope;
  /** Waits until what a statement reads is up to date; null when it is. The text is null where Prisma writes it. */
  readonly upToDate: (text: string | null) => Promise<void> | null;
  /** The models of the same scope for one person, who reads what it keeps for itself. */
  readonly ofPerson: (accountId: string) => ReadingDb | null;
  /** Whether reads are compiled; Prisma does all of them otherwise. */
  readonly isCompiling: boolean;
  /** Called for a read that is left to Prisma, with the reason. */
  readonly onFallback?: (model: string, operation: string, args: Arguments, reason: string) => void;
};

const notFound = (): Error =>
  new Prisma.PrismaClientKnownRequestError('No record was found for a query.', {
    code: 'P2025',
    clientVersion: Prisma.prismaVersion.client,
  });

/** An answer, or Prisma's own error where the operation promises a row and there is none. */
export function orNotFound(operation: string, answer: unknown): unknown {
  if (answer === null && (operation.endsWith('OrThrow') || operation === 'update')) throw notFound();
  return answer;
}

/** What arguments compile to, or why only Prisma knows what they mean. */
function compiledReadOf(model: string, operation: string, args: Arguments): CompiledRead | NotCompilable {
  if (!isCompiled(operation)) return new NotCompilable(operation);
  try {
    return compileRead(model, operation, args);
  } catch (error) {
    if (error instanceof NotCompilable) return error;
    throw error;
  }
}

const switchedOff = new NotCompilable('switched off');

/** The models of a scope, as each caller has them. */
export type ReadingDb = { of(caller: Caller): ScopedDb };

/**
 * The models of a scope as Prisma shows them: reads are compiled where they can be, and all else is Prisma's own. Those of a request are made
 * once, and go with its deadline.
 */
export function readingDb(options: ReadingOptions): ReadingDb {
  const { pipeline, prismaClient, applyScope, upToDate, ofPerson, isCompiling, onFallback } = options;
  /** Prisma takes no deadline: its statement ends by `statement_timeout`. */
  const leaveToPrisma = async (model: string, operation: string, args: Arguments, caller: Caller, reason: string) => {
    onFallback?.(model, operation, args, reason);
    const since = performance.now();
    try {
      const known = await withFoundIds(args, (statement) => queryRows<{ id: string }>(pipeline, statement, caller));
      return await withDeadline(readByPrisma(prismaClient(), model, operation, known), caller.deadline);
    } finally {
      caller.trace?.prismaRead(`${operation} ${model}`, reason, performance.now() - since);
    }
  };

  const madeFor = (caller: Caller): ScopedDb =>
    delegates(async (model, operation, args) => {
      const person = isPersonal(model) && caller.accountId ? ofPerson(caller.accountId) : null;
      if (person) return doneBy(person.of(caller), model, operation, args);
      const read = isCompiling ? compiledReadOf(model, operation, applyScope(model, operation, args)) : switchedOff;
      const isByPrisma = read instanceof NotCompilable;
      const waiting = upToDate(isByPrisma ? null : read.text);
      if (waiting) await withDeadline(waiting, caller.deadline);
      if (isByPrisma) return leaveToPrisma(model, operation, args, caller, read.message);
      return orNotFound(operation, read.decodeRows((await pipeline.run(read, caller)).rows));
    });
  const made = new WeakMap<Deadline, ScopedDb>();
  return {
    of(caller) {
      const { deadline } = caller;
      if (!deadline) return madeFor(caller);
      const known = made.get(deadline) ?? madeFor(caller);
      made.set(deadline, known);
      return known;
    },
  };
}
