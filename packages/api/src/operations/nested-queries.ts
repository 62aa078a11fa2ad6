import { createHash } from 'node:crypto';
import { RegistryError } from '@registry/schema/base/errors.ts';
import { leadingRole } from '@registry/schema/base/viewer.logic.ts';
import { createExecutor } from '@registry/schema/execution/executor.ts';
import { shareNotices } from '@registry/schema/graphql/notices.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import type { NestedAnswer, NestedQueries, NestedQuery, SentTimes } from '@registry/schema/tenancy/nested-queries.ts';
import type { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { type DocumentNode, type GraphQLSchema, getOperationAST, Kind } from 'graphql';
import type { Config } from '../config.ts';
import { type ErrorFormatter, localizedErrors } from '../errors/format-error.ts';
import type { Counters } from '../metrics/counters.ts';
import type { RequestContext } from '../sign-in/create-context.ts';
import type { Spending } from '../spending/spending.ts';
import { addCost, admitErrors, answerLimitsOf } from './answer-budget.ts';
import { callByLabels } from './argument-labels.ts';
import { checkOperation, documentFaults } from './check-operation.ts';
import { describeDocument } from './described-document.ts';
import { createDocumentStore } from './document-store.ts';
import { joinedRefusal, parseNested, refusalsOf } from './nested-document.ts';
import { hashOfText, type TrustedDocuments } from './trusted-documents.ts';

type Parts = {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'limits' | 'switches' | 'analysts'>;
  readonly counters: Counters;
  readonly format: ErrorFormatter;
  /** The data over connections that only read: what analysts have saved runs there. */
  readonly forAnalysts: Tenancy;
  readonly spending: Spending | null;
  readonly documents: TrustedDocuments;
};

/** Runs documents that were saved: through the same checks, limits and rules as a request of whoever runs them. */
export class NestedQueryRunner implements NestedQueries<RequestContext> {
  readonly #parts: Parts;
  readonly #documents = createDocumentStore();
  readonly #execute: ReturnType<typeof createExecutor>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#execute = createExecutor(parts.schema, { usesPlans: parts.config.switches.plainExecution });
  }

  async faultsOf({ document: text, variables }: NestedQuery, context: RequestContext): Promise<RegistryError[]> {
    try {
      const { schema, config } = this.#parts;
      const document = await this.#parsed(text);
      const asked = { schema, document, operationName: null, variables };
      if (!hasAllVariables(document, variables)) return refusalsOf(documentFaults(asked, context, config.limits));
      // What it costs is counted against the request that runs it, and not against the one that saves it.
      const checked = await checkOperation(asked, { ...context }, config.limits);
      return 'problems' in checked ? refusalsOf(checked.problems) : [];
    } catch (error) {
      if (error instanceof RegistryError) return [error];
      throw error;
    }
  }

  describe(document: string, context: RequestContext): ReturnType<NestedQueries<RequestContext>['describe']> {
    const { schema, config, documents } = this.#parts;
    documents.expect(hashOfText(document));
    return describeDocument(document, { schema, limits: config.limits }, context);
  }

  async run(
    { document: text, variables }: NestedQuery,
    sent: SentTimes,
    context: RequestContext,
  ): Promise<NestedAnswer> {
    const { schema, config, counters, format, spending } = this.#parts;
    const document = await this.#parsed(text);
    const own = this.#contextOf(context);
    const checked = await checkOperation({ schema, document, operationName: null, variables }, own, config.limits);
    if ('problems' in checked) {
      const [first, ...others] = refusalsOf(checked.problems);
      if (first) throw joinedRefusal([first, ...others]);
      throw new Error('A query was refused without a reason.');
    }
    const { requested } = checked.cost;
    const inAll = requested * Math.max(1, sent.data);
    addCost(context, inAll, config.limits);
    const refusal = await spending?.charge(context, inAll);
    if (refusal) throw refusal.forRequest(false);
    const answer = await this.#execute({
      document,
      operationName: null,
      variableValues: variables,
      contextValue: own,
      limits: answerLimitsOf(own),
      onExecuted(fallback) {
        counters.add('operations', fallback ?? 'none');
      },
    });
    const { data = null, errors = [] } = answer;
    shareNotices(own, context);
    const formatted = errors.map((error) => format(error.toJSON(), error));
    if (context.language === 'th') callByLabels(schema, document, formatted);
    const told = localizedErrors(formatted, context.language);
    admitErrors(context, told, sent.errors);
    return { data, errors: told, cost: requested };
  }

  async #parsed(text: string): Promise<DocumentNode> {
    const key = createHash('sha256').update(text).digest('base64');
    const known = await this.#documents.get(key);
    if (known) return known;
    const document = parseNested(text);
    await this.#documents.set(key, document);
    return document;
  }

  /** A context of its own: what was loaded for the request is not what the query is to see, and its answer has a size of its own. */
  #contextOf(context: RequestContext): RequestContext {
    const { forAnalysts, config } = this.#parts;
    if (leadingRole(context.viewer) !== 'ANALYST') return { ...context };
    const deadline = new RequestDeadline(config.analysts.timeoutMs, context.deadline);
    return { ...context, tenancy: forAnalysts, deadline };
  }
}

/** Whether every variable that must have a value has one: only then it can be said what the query costs. */
function hasAllVariables(document: DocumentNode, variables: NestedQuery['variables']): boolean {
  return (getOperationAST(document)?.variableDefinitions ?? []).every(({ variable, type, defaultValue }) => {
    const isNeeded = defaultValue === undefined && type.kind === Kind.NON_NULL_TYPE;
    return !isNeeded || (variables[variable.name.value] ?? null) !== null;
  });
}
