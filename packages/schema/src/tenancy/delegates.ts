import { models } from '@registry/prisma/generated/model.ts';
import type { Arguments } from './reader/draft.ts';
import type { ScopedDb } from './scoped-db.ts';

/** Does an operation of Prisma on a model. */
export type Operate = (model: string, operation: string, args: Arguments) => Promise<unknown>;

type Operation = (args?: Arguments) => Promise<unknown>;
type Delegate = Readonly<Record<string, Operation>>;

/** The operations of Prisma's models that this project uses. */
const operations = [
  ...['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow', 'count', 'aggregate', 'groupBy'],
  ...['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'deleteMany'],
];

const delegateName = (model: string): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}`;

const modelNames = new Map(Object.keys(models).map((model) => [delegateName(model), model]));

/** Models with the operations and types of Prisma's, and another way of doing them; each is made when it is first asked for. */
export function delegates(operate: Operate): ScopedDb {
  const made = new Map<string, Delegate>();
  const delegateOf = (model: string): Delegate =>
    Object.fromEntries(
      operations.map((operation): [string, Operation] => [operation, (args = {}) => operate(model, operation, args)]),
    );
  const find = (_models: object, name: string | symbol): Delegate | undefined => {
    const model = typeof name === 'string' ? modelNames.get(name) : undefined;
    if (model === undefined) return undefined;
    const delegate = made.get(model) ?? delegateOf(model);
    made.set(model, delegate);
    return delegate;
  };
  // Which models and operations there are is Prisma's to say, and so are their types.
  return new Proxy({}, { get: find, has: (_models, name) => modelNames.has(String(name)) }) as unknown as ScopedDb;
}

/** The same operation done by a Prisma client. */
export const byPrisma = (client: object, model: string, operation: string, args: Arguments): Promise<unknown> => {
  const delegate: Delegate = Reflect.get(client, delegateName(model));
  const done = delegate[operation];
  if (!done) throw new Error(`Prisma has no operation ${operation}.`);
  return done(args);
};
