import { ApolloServerErrorCode } from '@apollo/server/errors';
import { cityCountsFor } from '@registry/schema/graphql/limits/city-counts.ts';
import { documentProblem } from '@registry/schema/graphql/limits/document.ts';
import { type Cost, measure } from '@registry/schema/graphql/limits/measure.ts';
import { noIntrospection, noSuchOperation } from '@registry/schema/graphql/limits/refusals.ts';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  validate,
} from 'graphql';
import type { Limits } from '../config.ts';
import { type RequestContext, unknownAccount } from '../sign-in/create-context.ts';
import { admit } from './answer-budget.ts';
import { conditionalSubscription } from './conditional-subscription.ts';
import { largeRequests } from './large-requests.ts';

export type AskedOperation = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** What may run, and what it costs; or everything for which it may not. */
export type Checked =
  | { readonly operation: OperationDefinitionNode; readonly cost: Cost }
  | { readonly problems: readonly GraphQLError[] };

/** The most errors that are reported of a document; graphql-js adds that it stopped there. */
const FAULTS_MAX = 50;

/** The documents that were found to be valid: the same ones come again and again. */
const valid = new WeakMap<DocumentNode, GraphQLSchema>();

function faultsOf({ schema, document }: AskedOperation, hideSuggestions: boolean): readonly GraphQLError[] {
  if (valid.get(document) === schema) return [];
  const problem = documentProblem(document) ?? conditionalSubscription(document);
  if (problem) return [problem];
  const faults = validate(schema, document, undefined, { hideSuggestions, maxErrors: FAULTS_MAX });
  if (faults.length === 0) valid.set(document, schema);
  return faults.map(
    ({ message, nodes, source, positions, originalError, extensions }) =>
      new GraphQLError(message, {
        nodes,
        source,
        positions,
        originalError,
        // The scalar reports a value that it refuses.
        extensions: { code: extensions.code ?? ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED },
      }),
  );
}

/** Questions about the schema are answered without a pause: from this cost on it takes more than some milliseconds. */
const LARGE_INTROSPECTION = 500;

/** Whether the viewer may see the schema. */
const maySeeSchema = ({ viewer }: RequestContext, { publicIntrospection }: Limits): boolean =>
  publicIntrospection || viewer.account !== null;

/** The one thing that somebody may do whom the registry does not know. */
const FOR_STRANGERS = 'acceptInvitation';

function isForStrangers({ document, operationName }: AskedOperation): boolean {
  const operation = getOperationAST(document, operationName);
  return (
    operation?.operation === OperationTypeNode.MUTATION &&
    operation.selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value === FOR_STRANGERS)
  );
}

/** What is wrong with a document, whatever its variables. */
export const documentFaults = (asked: AskedOperation, context: RequestContext, limits: Limits) =>
  faultsOf(asked, !maySeeSchema(context, limits));

/**
 * Checks a parsed request before it runs: its validity, which operation it names, and that operation's limits. HTTP requests and
 * subscriptions both pass here.
 */
export async function checkOperation(asked: AskedOperation, context: RequestContext, limits: Limits): Promise<Checked> {
  if (context.isStranger && !isForStrangers(asked)) return { problems: [unknownAccount()] };
  const seesSchema = maySeeSchema(context, limits);
  const faults = faultsOf(asked, !seesSchema);
  if (faults.length > 0) return { problems: faults };
  const operation = getOperationAST(asked.document, asked.operationName);
  if (!operation) return { problems: [noSuchOperation(asked.operationName)] };
  const cityCounts = await cityCountsFor(context);
  const measured = measure({ ...asked, operation }, { cityCounts, seesSchema }, limits);
  if (!('cost' in measured)) return { problems: measured };
  if (measured.isIntrospective && !seesSchema) return { problems: [noIntrospection()] };
  if (measured.isIntrospective && measured.cost.requested > LARGE_INTROSPECTION) await largeRequests.next();
  admit(context, measured.cost.requested, limits);
  return { operation, cost: measured.cost };
}
