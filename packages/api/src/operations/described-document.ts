import { RegistryError } from '@registry/schema/base/errors.ts';
import { cityCountsFor } from '@registry/schema/graphql/limits/city-counts.ts';
import { measure } from '@registry/schema/graphql/limits/measure.ts';
import type { DescribedDocument } from '@registry/schema/tenancy/nested-queries.ts';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Limits } from '../config.ts';
import type { RequestContext } from '../sign-in/create-context.ts';
import { documentFaults } from './check-operation.ts';
import { largestVariables } from './largest-variables.ts';
import { parsedText, refusalsOf } from './nested-document.ts';

const kinds = {
  [OperationTypeNode.QUERY]: 'QUERY',
  [OperationTypeNode.MUTATION]: 'MUTATION',
  [OperationTypeNode.SUBSCRIPTION]: 'SUBSCRIPTION',
} as const;

const oneNamed = () =>
  new RegistryError('GRAPHQL_VALIDATION_FAILED', {
    th: 'เอกสารต้องมีคำสั่งเดียว และคำสั่งต้องมีชื่อ',
    en: 'The document holds one operation, which has a name.',
  });

/** The fields of the schema that a document asks for, as `Type.field`, in the order of the alphabet. */
function fieldsIn(schema: GraphQLSchema, document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const found = new Set<string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        const parent = types.getParentType();
        if (parent && !name.value.startsWith('__')) found.add(`${parent.name}.${name.value}`);
      },
    }),
  );
  return [...found].sort();
}

function namedOperation(document: DocumentNode): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = operations;
  if (!operation?.name || others.length > 0) throw oneNamed();
  return operation;
}

/** What a document is that a front end registers; or everything for which it may not be. */
export async function describeDocument(
  text: string,
  { schema, limits }: { readonly schema: GraphQLSchema; readonly limits: Limits },
  context: RequestContext,
): Promise<DescribedDocument | readonly RegistryError[]> {
  try {
    const document = parsedText(text);
    const operation = namedOperation(document);
    const asked = { schema, document, operationName: null, variables: largestVariables(schema, operation) };
    const faults = documentFaults(asked, context, limits);
    if (faults.length > 0) return refusalsOf(faults);
    const cityCounts = await cityCountsFor(context);
    const measured = measure({ ...asked, operation }, { cityCounts, seesSchema: true }, limits);
    return {
      operationName: operation.name?.value ?? '',
      kind: kinds[operation.operation],
      usesFields: fieldsIn(schema, document),
      cost: 'cost' in measured ? measured.cost.requested : null,
    };
  } catch (error) {
    if (error instanceof RegistryError) return [error];
    throw error;
  }
}
