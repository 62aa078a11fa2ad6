import {
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type AnswerLimits, AnswerSize, AnswerTooLarge, unlimited, withinSize } from './answer-size.ts';
import { copyValue } from './copy.ts';
import { Execution } from './execution.ts';
import {
  type AskedField,
  createExecutionPlan,
  type ExecutionPlan,
  type Fallback,
  type Planned,
} from './execution-plan.ts';
import { answerWith } from './failure.ts';
import type { Copy, FieldCall } from './field-call.ts';
import { resolverOf } from './field-reader.ts';
import { isPromise, NotInTheRow } from './row.ts';

export type Request = Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues' | 'contextValue'> & {
  /** How large its answer may be. */
  readonly limits?: AnswerLimits;
  /** Called with how the operation was executed: the reason for graphql-js, or null for a plan. */
  readonly onExecuted?: (fallback: Fallback | null) => void;
};

/** The plans of a schema's operations. A plan goes when the document that it was made for goes. */
class PlanCache {
  readonly #schema: GraphQLSchema;
  readonly #kept = new WeakMap<OperationDefinitionNode, Planned>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  of({ document, operationName }: Request): Planned {
    const operation = getOperationAST(document, operationName);
    if (!operation) return { plan: null, fallback: 'not a query' };
    const known = this.#kept.get(operation);
    if (known) return known;
    const planned = createExecutionPlan(this.#schema, document, operation);
    this.#kept.set(operation, planned);
    return planned;
  }

  discard({ operation }: ExecutionPlan, fallback: Fallback): void {
    this.#kept.set(operation, { plan: null, fallback });
  }
}

const switchedOff: Planned = { plan: null, fallback: 'switched off' };

/**
 * Executes the operations of a schema. Where an answer consists of rows alone, a plan that is made once per operation copies their values
 * into it. graphql-js does everything else, also when a row lacks what the plan expects: a query has no effects, so it may run once more,
 * and Pothos then reads the same way for every later execution. No other failure runs again, least of all one of size. See
 * docs/decisions/0012-plain-execution.md.
 */
export function createExecutor(
  schema: GraphQLSchema,
  { usesPlans = true }: { usesPlans?: boolean } = {},
): (request: Request) => Promise<ExecutionResult> {
  const plans = new PlanCache(schema);
  const byGraphqlJs = async (request: Request, fallback: Fallback): Promise<ExecutionResult> => {
    request.onExecuted?.(fallback);
    return withinSize(await execute({ ...request, schema }), request.limits ?? unlimited, isChange(request));
  };
  return async (request) => {
    const { plan, fallback } = usesPlans ? plans.of(request) : switchedOff;
    if (!plan) return byGraphqlJs(request, fallback);
    try {
      const answered = await executePlan(plan, request);
      request.onExecuted?.(null);
      return answered;
    } catch (error) {
      if (error instanceof AnswerTooLarge) return { errors: [error] };
      if (!(error instanceof NotInTheRow)) throw error;
      plans.discard(plan, 'value not in the row');
      return byGraphqlJs(request, 'value not in the row');
    }
  };
}

/** The most errors of variables that graphql-js reports. */
const VARIABLE_ERRORS_MAX = 50;

/** The answer that a plan makes; throws `NotInTheRow` where only graphql-js can say what the answer is. */
export async function executePlan(
  plan: ExecutionPlan,
  { variableValues, contextValue, limits = unlimited }: Request,
): Promise<ExecutionResult> {
  const { schema, operation, fields } = plan;
  const options = { maxErrors: VARIABLE_ERRORS_MAX };
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, options);
  if (variables.errors) return { errors: variables.errors };
  const size = new AnswerSize(limits);
  const execution = new Execution(plan, contextValue, variables.coerced, size);
  const data: Copy = {};
  for (const asked of fields) {
    data[asked.key] = null;
    const call = execution.call(asked);
    execution.begin(call, () => answer(call, data, execution));
  }
  await execution.end();
  size.end(data);
  return answerWith(data, execution.failures);
}

const isChange = ({ document, operationName }: Request): boolean =>
  getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;

/** A root field is always resolved by its own resolver, behind its rule. */
async function answer(call: FieldCall<AskedField>, data: Copy, execution: Execution): Promise<void> {
  const { asked, args, info, problem } = call;
  if (problem) throw problem.error;
  const resolved = resolverOf(asked.field)(undefined, args, execution.context, info);
  const found = isPromise(resolved) ? await resolved : resolved;
  if (found instanceof Error) throw found;
  execution.indices = [];
  data[asked.key] = copyValue(asked.value, found, call, execution);
}
