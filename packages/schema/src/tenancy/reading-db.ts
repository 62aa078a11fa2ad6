import { Prisma, type PrismaClient } from '@registry/prisma/generated/client/client.ts';
import { models } from '@registry/prisma/generated/model.ts';
import type { Arguments } from './reader/draft.ts';
import type { Reader } from './reader/reader.ts';
import type { ScopedDb } from './tenancy.ts';

type Operation = (args?: Arguments) => Promise<unknown>;
type Delegate = Readonly<Record<string, Operation>>;

export type Sources = {
  readonly reader: Reader;
  /** The client of the same scope, made when it is first needed: for writes, and for reads that are not compiled. */
  readonly client: () => PrismaClient;
  /** The first wall: puts the scope into the arguments of an operation. */
  readonly scoped: (model: string, operation: string, args: Arguments) => Arguments;
  readonly onFallback?: (model: string, operation: string, args: Arguments) => void;
};

const reads = ['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow', 'count'];

const delegateName = (model: string): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}`;

const notFound = (): Error =>
  new Prisma.PrismaClientKnownRequestError('No record was found for a query.', {
    code: 'P2025',
    clientVersion: Prisma.prismaVersion.client,
  });

/** The models of a scope as Prisma shows them: reads are compiled where they can be, and all else is Prisma's own. */
export function readingDb({ reader, client, scoped, onFallback }: Sources): ScopedDb {
  const delegateOf = (model: string): Delegate => {
    const prisma = (): Delegate => Reflect.get(client(), delegateName(model));
    const read =
      (operation: string): Operation =>
      async (args = {}) => {
        const asked = reader.ask(model, operation, scoped(model, operation, args));
        if (!asked) onFallback?.(model, operation, args);
        const answer = await (asked ?? prisma()[operation]?.(args));
        if (answer === null && operation.endsWith('OrThrow')) throw notFound();
        return answer;
      };
    const compiled: Delegate = Object.fromEntries(reads.map((operation) => [operation, read(operation)]));
    return new Proxy(compiled, { get: (own, name) => Reflect.get(own, name) ?? Reflect.get(prisma(), name) });
  };
  const delegates = Object.fromEntries(Object.keys(models).map((model) => [delegateName(model), delegateOf(model)]));
  // Each delegate has the operations of Prisma's; its types are Prisma's, too.
  return delegates as unknown as ScopedDb;
}
