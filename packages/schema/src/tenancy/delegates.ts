import { models } from '@registry/prisma/generated/model.ts';
import type { ScopedDb } from './scoped-db.ts';
import type { Arguments } from './sql-builder/sql-builder.ts';

/** Does an operation of Prisma on a model. */
export type Operate = (model: string, operation: string, args: Arguments) => Promise<unknown>;

type Delegate = Readonly<Record<string, (args?: Arguments) => Promise<unknown>>>;

/** The operations of Prisma's models that this project uses. */
const operations = [
  ...['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow', 'count', 'aggregate', 'groupBy'],
  ...['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'deleteMany'],
];

const delegateName = (model: string): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}`;

class Operating {
  readonly operate: Operate;

  constructor(operate: Operate) {
    this.operate = operate;
  }
}

/**
 * A model with its operations. They are methods, since every request has its own models and a closure for each would be made every time.
 */
function operatingOn(model: string): typeof Operating {
  class OnModel extends Operating {}
  for (const operation of operations) {
    Object.defineProperty(OnModel.prototype, operation, {
      value(this: Operating, args: Arguments = {}) {
        return this.operate(model, operation, args);
      },
    });
  }
  return OnModel;
}

class Models extends Operating {}
for (const model of Object.keys(models)) {
  const OnModel = operatingOn(model);
  Object.defineProperty(Models.prototype, delegateName(model), {
    get(this: Operating) {
      return new OnModel(this.operate);
    },
  });
}

/** Models with the operations and types of Prisma's, and another way of doing them. */
export const delegates = (operate: Operate): ScopedDb =>
  // Which models and operations there are is Prisma's to say, and so are their types.
  new Models(operate) as unknown as ScopedDb;

/** The same operation done by another client: Prisma's own, or the models of another scope. */
export const doneBy = (client: object, model: string, operation: string, args: Arguments): Promise<unknown> => {
  const delegate: Delegate = Reflect.get(client, delegateName(model));
  const done = delegate[operation];
  if (!done) throw new Error(`There is no operation ${operation}.`);
  return done.call(delegate, args);
};
