import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { labelArguments } from '../errors/format-error.ts';
import { fieldsAt } from './asked-fields.ts';

/** Thai refusals call arguments what people call them, as acts do themselves for the fields of their inputs. */
export function callByLabels(
  schema: GraphQLSchema,
  document: DocumentNode,
  errors: readonly GraphQLFormattedError[],
): void {
  const refusals = errors.filter(({ extensions }) => extensions?.code === 'INVALID_INPUT');
  if (refusals.length === 0) return;
  const fieldOf = fieldsAt(schema, document, refusals);
  for (const error of refusals) {
    const field = fieldOf(error);
    if (field) labelArguments(error, field);
  }
}
