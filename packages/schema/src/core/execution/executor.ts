import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isNonNullType,
  locatedError,
  type OperationDefinitionNode,
} from 'graphql';
import { type Copy, copyValue, Run } from './copy.ts';
import { type AskedField, type Plan, planOf } from './plan.ts';
import { resolverOf } from './reader.ts';
import { NotInTheRow } from './row.ts';

export type Request = Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues' | 'contextValue'>;

const PLANS_MAX = 500;

/** The plans of a schema's operations, of those that were asked for last; null for what has none. */
class Plans {
  readonly #schema: GraphQLSchema;
  readonly #kept = new Map<OperationDefinitionNode, Plan | null>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  of({ document, operationName }: Request): Plan | null {
    const operation = getOperationAST(document, operationName);
    if (!operation) return null;
    const kept = this.#kept.get(operation);
    const plan = kept === undefined ? planOf(this.#schema, document, operation) : kept;
    this.#kept.delete(operation);
    this.#kept.set(operation, plan);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > PLANS_MAX && oldest) this.#kept.delete(oldest);
    return plan;
  }

  giveUp({ operation }: Plan): void {
    this.#kept.set(operation, null);
  }
}

/**
 * Executes the operations of a schema. Where an answer consists of rows alone, their values are copied into it by a plan that is made once
 * for an operation. All else is done by graphql-js, also when a plan meets what it cannot copy: a query has no effects, so it may be asked
 * once more. See docs/decisions/0012-plain-execution.md.
 */
export function createExecutor(schema: GraphQLSchema): (request: Request) => Promise<ExecutionResult> {
  const plans = new Plans(schema);
  return async (request) => {
    const plan = plans.of(request);
    if (plan) {
      try {
        return await executePlan(plan, request);
      } catch (error) {
        // Pothos will read for this operation the same way every time.
        if (error instanceof NotInTheRow) plans.giveUp(plan);
      }
    }
    return execute({ ...request, schema });
  };
}

/** The answer that a plan makes; throws where only graphql-js can say what the answer is. */
export async function executePlan(plan: Plan, { variableValues, contextValue }: Request): Promise<ExecutionResult> {
  const { schema, operation, fields } = plan;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {});
  if (errors) throw new AggregateError(errors);
  const run = new Run(plan, contextValue, coerced);
  const data: Copy = {};
  for (const asked of fields) {
    data[asked.key] = null;
    run.begin(() => answer(asked, data, run));
  }
  try {
    await run.end();
  } catch (error) {
    if (error instanceof Refusal && fields.length === 1) return error.answer;
    throw error;
  }
  return { data };
}

/** A root field is always resolved by its own resolver, behind its rule. */
async function answer(asked: AskedField, data: Copy, run: Run): Promise<void> {
  const { args, info } = run.open(asked);
  let found: unknown;
  try {
    found = await resolverOf(asked.field)(undefined, args, run.context, info);
    if (found instanceof Error) throw found;
  } catch (error) {
    throw new Refusal(asked, error);
  }
  data[asked.key] = copyValue(asked.value, found, info, run);
}

/** A root field that was refused or failed: it is not asked again, where it is the only one. */
class Refusal extends Error {
  readonly answer: ExecutionResult;

  constructor({ key, field, nodes }: AskedField, cause: unknown) {
    super('A root field was refused.', { cause });
    this.answer = {
      errors: [locatedError(cause, nodes, [key])],
      data: isNonNullType(field.type) ? null : { [key]: null },
    };
  }
}
