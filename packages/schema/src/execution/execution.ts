import { type GraphQLResolveInfo, getArgumentValues } from 'graphql';
import { type AnswerSize, AnswerTooLarge } from './answer-size.ts';
import type { AskedField, ExecutionPlan, FieldPlan } from './execution-plan.ts';
import { type Failure, failureAt } from './failure.ts';
import type { FieldCall } from './field-call.ts';
import { NotInTheRow } from './row.ts';

/** One execution of a plan. */
export class Execution {
  /** The fields of each place where a row was met. */
  readonly calls: (readonly FieldCall<FieldPlan>[] | undefined)[] = [];
  readonly context: unknown;
  readonly known: Set<number>;
  /** In which places of the lists around it copying is now. */
  indices: number[] = [];
  readonly failures: Failure[] = [];
  readonly size: AnswerSize;
  readonly #request: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'rootValue' | 'operation' | 'variableValues'>;
  readonly #underWay: Promise<void>[] = [];
  /** Why a plan cannot make the answer. */
  #end: NotInTheRow | AnswerTooLarge | null = null;

  constructor(
    { schema, fragments, operation, known }: ExecutionPlan,
    context: unknown,
    variableValues: Record<string, unknown>,
    size: AnswerSize,
  ) {
    this.context = context;
    this.known = known;
    this.size = size;
    this.#request = { schema, fragments, rootValue: undefined, operation, variableValues };
  }

  /** Its path has no indices: Pothos plans for a place, and so means the same by it for every row there. */
  call<Asked extends AskedField>(asked: Asked, above?: FieldCall<AskedField>): FieldCall<Asked> {
    const { key, field, parentType, nodes } = asked;
    const { schema, fragments, rootValue, operation, variableValues } = this.#request;
    // Each property by its name: what is made for every field of every answer is not copied about.
    const info = {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType,
      path: { prev: above?.info.path, key, typename: parentType.name },
      schema,
      fragments,
      rootValue,
      operation,
      variableValues,
    };
    const { args, problem } = this.#argumentsOf(asked);
    return { asked, args, info, above, problem };
  }

  #argumentsOf({ field, nodes: [node] }: AskedField): Pick<FieldCall<AskedField>, 'args' | 'problem'> {
    if (!node || field.args.length === 0) return { args: {}, problem: null };
    try {
      return { args: getArgumentValues(field, node, this.#request.variableValues), problem: null };
    } catch (error) {
      return { args: {}, problem: { error } };
    }
  }

  /** Does work that takes its time; where it fails, so does its field, at the place where it was begun. */
  begin(call: FieldCall<AskedField>, work: () => Promise<void>): void {
    const indices = [...this.indices];
    this.#underWay.push(
      work().catch((error: unknown) => {
        this.indices = indices;
        try {
          this.fail(call, error);
        } catch (reason) {
          this.#end ??= reason instanceof AnswerTooLarge ? reason : new NotInTheRow();
        }
      }),
    );
  }

  /** Notes that a value cannot be had; a row that does not hold what it should, or a full answer, is not the value's fault. */
  fail(call: FieldCall<AskedField>, error: unknown): null {
    if (error instanceof NotInTheRow || error instanceof AnswerTooLarge) throw error;
    this.failures.push(failureAt(call, [...this.indices], error));
    return null;
  }

  /** Waits for all work and what it began, also after a failure, so that nothing runs on after the answer. */
  async end(): Promise<void> {
    while (this.#underWay.length > 0) await Promise.all(this.#underWay.splice(0));
    if (this.#end) throw this.#end;
  }
}
