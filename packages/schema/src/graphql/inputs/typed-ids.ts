import SchemaBuilder, {
  BasePlugin,
  type InputTypeFieldsMapping,
  mapInputFields,
  type PartialResolveInfo,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { invalidInput, type RegistryError } from '../../base/errors.ts';
import type { FieldProblem } from '../../base/message.logic.ts';
import { decodeGlobalId, type GlobalId } from '../global-id.logic.ts';
import { malformedId, ofAnotherType } from '../id-problems.logic.ts';
import { thaiLabel } from '../thai-label.logic.ts';
import { readInput } from './given-text.ts';

/**
 * How an input takes ids: the types that it accepts, none where it accepts every record; or a list of which each item is read by itself, so
 * that a wrong id in one does not affect the others.
 */
type Slot = Accepting | 'EACH_BY_ITSELF';
type Accepting = { readonly accepts: readonly string[] | null };
/** Where an input takes ids, at every depth: a part of what Pothos found out about it. */
type Slots = ReadonlyMap<string, Place>;
type Place = { readonly kind: string; readonly value: Slot | null; readonly fields?: { readonly map: Slots | null } };
type Marked = { readonly extensions?: Readonly<Record<string, unknown>> | null };
type Values = Readonly<Record<string, unknown>>;

/** Marks an input list whose wrong items are handed on as the refusals that they deserve. */
export const eachByItself = { readEachByItself: true } as const;

function slotOf({ extensions }: Marked): Slot | null {
  if (extensions?.readEachByItself) return 'EACH_BY_ITSELF';
  if (!extensions?.isRelayGlobalID) return null;
  const types: unknown = extensions.relayGlobalIDFor;
  return { accepts: Array.isArray(types) ? types.map(({ typename }) => String(typename)) : null };
}

/** What Thai readers call records of a type. */
const inThai = (schema: GraphQLSchema, typename: string): string =>
  thaiLabel(schema.getType(typename)?.description ?? '') || typename;

/** The refusals of malformed ids in a list of ids of any type, by position. */
const malformedIds = new WeakMap<object, ReadonlyMap<number, RegistryError>>();

const isAnyRecord = ({ value }: Place): boolean =>
  value !== null && value !== 'EACH_BY_ITSELF' && value.accepts === null;

/** What was found at each id of a list, and the refusal of each that is malformed. */
export const orRefusals = (ids: object, found: readonly unknown[]): unknown[] =>
  found.map((each, index) => malformedIds.get(ids)?.get(index) ?? each);

/** Reads the ids of one request, and notes what is wrong with them by the place in the input. */
class Reading {
  readonly problems: FieldProblem[] = [];
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Places in an input do not include the names of arguments; without an input, counting starts there. */
  values(given: Values, slots: Slots, place = ''): Record<string, unknown> {
    const read: Record<string, unknown> = { ...given };
    for (const [name, slot] of slots) {
      const isInput = place === '' && name === 'input';
      if (given[name] !== undefined) read[name] = this.#value(given[name], slot, isInput ? '' : `${place}${name}`);
    }
    return read;
  }

  #value(value: unknown, slot: Place, place: string): unknown {
    if (Array.isArray(value)) {
      if (isAnyRecord(slot)) return this.#eachId(value, place);
      return value.map((each, index) => this.#value(each, slot, `${place}[${index}]`));
    }
    if (value === null) return null;
    if (slot.value && slot.value !== 'EACH_BY_ITSELF') return this.#id(value, slot.value, place);
    const map = slot.fields?.map;
    if (!map || !isObject(value)) return value;
    if (!slot.value) return this.values(value, map, place === '' ? '' : `${place}.`);
    const alone = new Reading(this.#schema);
    const read = alone.values(value, map);
    return alone.problems.length > 0 ? invalidInput(...alone.problems, ...readInput(read).problems) : read;
  }

  /** Ids of records of any type: each is looked up by itself, and a malformed one is reported at its place. */
  #eachId(values: readonly unknown[], place: string): unknown[] {
    const refusals = new Map<number, RegistryError>();
    const ids = values.map((value, index) => {
      const alone = new Reading(this.#schema);
      const id = alone.#id(value, { accepts: null }, `${place}[${index}]`);
      if (alone.problems.length > 0) refusals.set(index, invalidInput(...alone.problems));
      return id;
    });
    malformedIds.set(ids, refusals);
    return ids;
  }

  #id(value: unknown, { accepts }: Accepting, place: string): GlobalId | null {
    const decoded = decodeGlobalId(String(value));
    const isRecord = decoded !== null && isNode(this.#schema, decoded.typename);
    if (decoded && (accepts ? accepts.includes(decoded.typename) : isRecord)) return decoded;
    // A type that has no records, or is none, has no record of this id either.
    if (decoded && !accepts) return null;
    const labelOf = (type: string): string => inThai(this.#schema, type);
    this.problems.push(
      accepts && decoded && isRecord ? ofAnotherType(place, accepts, decoded.typename, labelOf) : malformedId(place),
    );
    return null;
  }
}

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

const isNode = (schema: GraphQLSchema, typename: string): boolean => {
  const type = schema.getType(typename);
  return type !== undefined && 'getInterfaces' in type && type.getInterfaces().some(({ name }) => name === 'Node');
};

/** Whether the request is this one field: then a wrong id refuses the request, with the HTTP status. */
const isAlone = ({ operation }: GraphQLResolveInfo): boolean => operation.selectionSet.selections.length === 1;

/** Without a place in the answer this is an estimate: a field's cost does not depend on which ids are given. */
const isAsked = (info: PartialResolveInfo): info is GraphQLResolveInfo => 'path' in info;

function readIds(given: Values, slots: Slots, info: PartialResolveInfo): Record<string, unknown> {
  const reading = new Reading(info.schema);
  const values = reading.values(given, slots);
  if (reading.problems.length === 0 || !isAsked(info)) return values;
  // With a wrong id the act never runs, so invalid texts are reported here together with it.
  const texts = isObject(values.input) ? readInput(values.input).problems : [];
  throw invalidInput(...reading.problems, ...texts).forRequest(isAlone(info));
}

/** Reads every id, instead of the Relay plugin, which knows neither the field's name nor a coded error. */
class TypedIds<Types extends SchemaTypes> extends BasePlugin<Types> {
  /** The input types that were looked at: filters lead to one another, and each is asked for by hundreds of fields. */
  readonly #inputTypes = new Map<string, InputTypeFieldsMapping<Types, Slot>>();

  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const slots = mapInputFields(field.args, this.buildCache, slotOf, this.#inputTypes);
    return slots ? { ...field, argMappers: [(args, _context, info) => readIds(args, slots, info)] } : field;
  }
}

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      typedIds: TypedIds<Types>;
    }
  }
}

SchemaBuilder.registerPlugin('typedIds', TypedIds);
