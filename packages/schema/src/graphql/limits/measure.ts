import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { RegistryError } from '../../base/errors.ts';
import { CostEstimator } from './cost-estimator.ts';
import { fragmentsOf } from './document.ts';
import type { CityCounts } from './list-size.ts';
import { type AskedPage, cursorProblems } from './pages.ts';
import { tooDeepFields, tooHighCost } from './refusals.ts';
import { exactVariables, shapeOf, variablesProblem } from './variables.ts';
import { wrongVariables } from './wrong-values.ts';

export type Request = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  /** The operation of the document that is to run. */
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type Limits = { readonly costMax: number; readonly depthMax: number };

/** What else a request is measured by: the sizes of the data, and whether the viewer may see the schema. */
export type MeasureOptions = { readonly cityCounts: CityCounts; readonly seesSchema: boolean };

/** What an operation may return at the most, in objects, and its depth. */
export type Cost = { readonly requested: number; readonly depth: number };

export type Measured = { readonly cost: Cost; readonly isIntrospective: boolean };

type Kept = Measured & { readonly pages: readonly AskedPage[] };
type Shapes = { readonly exact: ReadonlySet<string>; readonly kept: Map<string, Kept> };

/** What was measured of an operation, by the shape of its variables: the same questions come again and again. */
const shapesOf = new WeakMap<OperationDefinitionNode, Shapes>();
const SHAPES_MAX = 100;
const SHAPE_LENGTH_MAX = 2_000;

/** The cost of a request, or everything that is wrong with its sizes; nothing has been read by then. */
export function measure(request: Request, options: MeasureOptions, limits: Limits): Measured | readonly GraphQLError[] {
  const { variables } = request;
  const problem = variablesProblem(variables);
  if (problem) return [problem];
  const shapes = shapesFor(request);
  const { cityCounts } = options;
  const shape = `${cityCounts.agencies} ${cityCounts.libraryRisks} ${shapeOf(variables, shapes.exact)}`;
  const measured = shapes.kept.get(shape) ?? estimate(request, options, limits);
  if (!('cost' in measured)) return measured;
  if (shapes.kept.size < SHAPES_MAX && shape.length < SHAPE_LENGTH_MAX) shapes.kept.set(shape, measured);
  const problems = cursorProblems(measured.pages, request);
  return problems.length > 0 ? problems : measured;
}

function shapesFor({ schema, operation }: Request): Shapes {
  const known = shapesOf.get(operation);
  if (known) return known;
  const shapes = { exact: exactVariables(schema, operation), kept: new Map<string, Kept>() };
  shapesOf.set(operation, shapes);
  return shapes;
}

/** `wrongVariables` reports all of them; the message of graphql-js repeats the whole wrong value. */
const COERCION_ERRORS_MAX = 1;

function estimate(
  request: Request,
  { cityCounts, seesSchema }: MeasureOptions,
  limits: Limits,
): Kept | readonly GraphQLError[] {
  const { schema, document, operation, variables } = request;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: COERCION_ERRORS_MAX,
    hideSuggestions: !seesSchema,
  });
  if (errors) {
    const told = wrongVariables(request, !seesSchema);
    return told.length > 0 ? told : errors.map(wrongValue);
  }
  const fragments = fragmentsOf(document);
  const { costMax, depthMax } = limits;
  const found = new CostEstimator({ schema, operation, fragments, variables: coerced, cityCounts });
  try {
    const cost = { requested: found.cost(), depth: found.depth };
    if (found.problems.length > 0) return found.problems;
    const problems = [
      ...(cost.requested > costMax ? [tooHighCost(cost.requested, costMax)] : []),
      ...(cost.depth > depthMax ? [tooDeepFields(cost.depth, depthMax)] : []),
    ];
    if (problems.length > 0) return problems;
    return { cost, isIntrospective: found.isIntrospective, pages: found.pages };
  } catch (error) {
    if (error instanceof RegistryError) return [error];
    if (error instanceof GraphQLError)
      return [error.originalError instanceof RegistryError ? error : wrongValue(error)];
    throw error;
  }
}

/** A variable, or an argument made of one, that is of the wrong kind: nothing may run with it. */
const wrongValue = ({ message, nodes, path, originalError }: GraphQLError): GraphQLError =>
  new GraphQLError(message, { nodes, path, originalError, extensions: { code: 'INVALID_INPUT' } });
