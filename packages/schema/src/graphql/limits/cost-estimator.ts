import {
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { RegistryError } from '../../base/errors.ts';
import { AS_OF } from '../../execution/by-moment.ts';
import { collectAsked, type Fragments } from '../../execution/collect.ts';
import { AS_OF_COST, FIELDS_MAX, INTROSPECTION_COST_MAX, LEAF_COST, REPEATS_MAX, TEXT_COST } from '../limits.ts';
import { Conditions, requireShortLists } from './conditions.ts';
import { isHandedOn } from './handed-on.ts';
import { introspectionCost } from './introspection.ts';
import { type CityCounts, isList, isPaged, type MostItems, mostItems, weightOf } from './list-size.ts';
import { type AskedPage, isCursorName, pageOf } from './pages.ts';
import { type Path, refusalAt, tooManyFields, tooMuchIntrospection, tooOften } from './refusals.ts';

type Field = GraphQLField<unknown, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

export type SelectedOperation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly variables: Arguments;
  readonly cityCounts: CityCounts;
};

/** Objects that stand at one place of an operation: how many at the most, beneath which others. */
type Place = {
  readonly type: GraphQLObjectType;
  readonly count: number;
  readonly above: Place | null;
  readonly path: Path | null;
  readonly depth: number;
  /** How many items it was asked to have. */
  readonly page: number;
};

/** Goes once through what an operation asks for, with its variables, and adds up what may come back. */
export class CostEstimator {
  readonly problems: GraphQLError[] = [];
  readonly pages: AskedPage[] = [];
  depth = 0;
  isIntrospective = false;
  readonly #selected: SelectedOperation;
  readonly #conditions = new Conditions();
  #fields = 0;
  #introspection = 0;

  constructor(selected: SelectedOperation) {
    this.#selected = selected;
  }

  /** The most that the operation can cost; its problems are collected separately. */
  cost(): number {
    const { schema, operation } = this.#selected;
    const type = schema.getRootType(operation.operation);
    if (!type) return 0;
    const root = { type, count: 1, above: null, path: null, depth: 0, page: 0 };
    const contents = this.#contents(root, [operation.selectionSet]);
    return Math.ceil(contents + this.#conditions.cost);
  }

  #contents(place: Place, selectionSets: readonly SelectionSetNode[]): number {
    const { schema, fragments, variables } = this.#selected;
    const repeats = new Map<string, number>();
    let cost = 0;
    for (const [key, nodes] of collectAsked(schema, fragments, place.type, selectionSets, variables)) {
      this.#fields += 1;
      if (this.#fields > FIELDS_MAX) throw tooManyFields(FIELDS_MAX);
      const path = { above: place.path, key };
      const name = nodes[0]?.name.value ?? key;
      const times = (repeats.get(name) ?? 0) + 1;
      repeats.set(name, times);
      if (times > REPEATS_MAX) throw refusalAt(tooOften(name, REPEATS_MAX), nodes, path);
      cost += this.#field(place, nodes, path);
    }
    return cost;
  }

  #field(place: Place, nodes: readonly FieldNode[], path: Path): number {
    const [node] = nodes;
    const field = node && place.type.getFields()[node.name.value];
    if (!node) return 0;
    if (!field) return this.#metaField(place, nodes);
    this.depth = Math.max(this.depth, place.depth + 1);
    const args = this.#argumentsOf(field, nodes, path, place);
    const named = getNamedType(field.type);
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const isPage = isPaged(field) && isObjectType(named);
    const most = isPage
      ? this.#page({ field, type: named, node, nodes, path, args, selectionSets })
      : mostItems(field, args, this.#selected.cityCounts);
    const count = isList(field) ? countOf(most, place) : place.count;
    const page = typeof most === 'number' ? most : 0;
    if (isLeafType(named))
      return count * (weightOf(field, this.#conditions.objects) ?? (named.name === 'String' ? TEXT_COST : LEAF_COST));
    const types = isAbstractType(named) ? this.#selected.schema.getPossibleTypes(named) : [named];
    const contents = types
      .filter((type) => isObjectType(type))
      .map((type) => this.#contents({ type, count, above: place, path, depth: place.depth + 1, page }, selectionSets));
    return (count + Math.max(0, ...contents)) * (args[AS_OF] ? AS_OF_COST : 1);
  }

  /** `__typename`, or a part of the schema itself, which is counted exactly. */
  #metaField({ count }: Place, nodes: readonly FieldNode[]): number {
    if (nodes[0]?.name.value === '__typename') return count * LEAF_COST;
    this.isIntrospective = true;
    const cost = introspectionCost(this.#selected, nodes);
    this.#introspection += cost;
    if (this.#introspection > INTROSPECTION_COST_MAX) throw tooMuchIntrospection(INTROSPECTION_COST_MAX);
    return cost;
  }

  #argumentsOf(field: Field, nodes: readonly FieldNode[], path: Path, { above }: Place): Arguments {
    const [node] = nodes;
    if (!node || field.args.length === 0) return {};
    const { operation, variables } = this.#selected;
    const args = getArgumentValues(field, node, variables);
    // An act checks its own input, besides its size: it is no condition.
    const isChange = operation.operation === OperationTypeNode.MUTATION && above === null;
    for (const [name, value] of Object.entries(args)) {
      if ((isPaged(field) && isCursorName(name)) || isHandedOn(field, name)) continue;
      try {
        if (isChange) requireShortLists('', value);
        else this.#conditions.addArgument(name, value);
      } catch (error) {
        if (!(error instanceof RegistryError)) throw error;
        if (error.code !== 'INVALID_INPUT') throw refusalAt(error, nodes, path);
        this.problems.push(refusalAt(error, nodes, path));
      }
    }
    return args;
  }

  #page(page: AskedPage): number {
    const { problem, size } = pageOf(page, this.#selected);
    if (problem) this.problems.push(problem);
    this.pages.push(page);
    return size;
  }
}

function countOf(most: MostItems | undefined, place: Place): number {
  if (most === undefined || most === 'ASKED') return place.count * place.page;
  if (typeof most === 'number') return place.count * most;
  return Math.min(place.count * most.each, countAbove(place, most.of) * most.all);
}

/** How many objects of a type the nearest place above has. */
function countAbove(place: Place, type: string): number {
  for (let each: Place | null = place; each; each = each.above) if (each.type.name === type) return each.count;
  return Number.POSITIVE_INFINITY;
}
