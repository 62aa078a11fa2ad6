import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  TypeNameMetaFieldDef,
} from 'graphql';
import { NotInTheRow } from './row.ts';

export type Resolver = GraphQLFieldResolver<unknown, unknown>;
export type Field = GraphQLField<unknown, unknown>;

/**
 * How the value of a plain field comes out of its row:
 * - ROW: the resolver looks at nothing but the row, so it may be called as it is;
 * - MEMBER: Pothos' Prisma plugin reads the value together with the row, and its wrapper first asks whether it did so at this place. The
 *   answer is the same for every row of a place: the first row is read through the wrapper, all others by what it wraps;
 * - PAGE: a connection whose rows were read with the row; its own resolver, rule included, makes a page of them each time;
 * - CALL: anything else of an object that is no row, such as the figures of the centre. Its own resolver, rule included, is called where that
 *   object is alone: what it reads for many is Pothos' to plan;
 * - EACH: the same, which says of itself that it reads what many need together, such as the records of a search. It is called in lists, too.
 */
export class FieldReader {
  readonly kind: 'ROW' | 'MEMBER' | 'PAGE' | 'CALL' | 'EACH';
  readonly read: Resolver;
  /** The field's resolver when nothing stood before it. */
  readonly unguarded: Resolver;

  constructor(kind: FieldReader['kind'], read: Resolver, unguarded: Resolver) {
    this.kind = kind;
    this.read = read;
    this.unguarded = unguarded;
  }

  /** Whether the field's own resolver, with everything before it, answers for every object. */
  get isCalled(): boolean {
    return this.kind === 'PAGE' || this.kind === 'CALL' || this.kind === 'EACH';
  }
}

const MARK = 'reader';

/** `__typename` comes from the type and reads nothing. */
const typeName = new FieldReader('ROW', resolverOf(TypeNameMetaFieldDef), resolverOf(TypeNameMetaFieldDef));

/** A field's resolver, as graphql-js finds it. */
export function resolverOf({ resolve }: Field): Resolver {
  return resolve ?? defaultFieldResolver;
}

/**
 * The reader of a field as it is served. Whatever was put before its resolver, above all a rule, must run, so that only PAGE and CALL
 * remain.
 */
export function readerOf(field: Field): FieldReader | null {
  if (field === TypeNameMetaFieldDef) return typeName;
  const reader = field.extensions[MARK];
  if (!(reader instanceof FieldReader)) return null;
  return reader.isCalled || reader.unguarded === resolverOf(field) ? reader : null;
}

/** Marks the fields of a schema that has no rules yet with how they are read; a field of unknown origin gets no mark. */
export function markReaders(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const reader = findReader(field, type);
      if (reader) field.extensions = { ...field.extensions, [MARK]: reader };
    }
  }
  return schema;
}

const rowReaders = new WeakSet<object>();

/** Says of a resolver that it reads the row alone, though it takes the context: for what is the same for every row of an execution, such as the day. */
export function readingTheRow<Read extends object>(resolver: Read): Read {
  rowReaders.add(resolver);
  return resolver;
}

const readersForEach = new WeakSet<object>();

/** Says of a resolver that it may be asked for each object of a list: what it has to read for many, it reads together. */
export function readingTogether<Read extends object>(resolver: Read): Read {
  readersForEach.add(resolver);
  return resolver;
}

/** A resolver without parameters for the context and the arguments, or one that says so. */
const readsOnlyTheRow = (resolver: Resolver): boolean =>
  resolver === defaultFieldResolver || resolver.length === 1 || rowReaders.has(resolver);

function findReader(field: Field, { extensions: { pothosPrismaModel } }: GraphQLObjectType): FieldReader | null {
  const resolver = resolverOf(field);
  if (readsOnlyTheRow(resolver)) return new FieldReader('ROW', resolver, resolver);
  if (!pothosPrismaModel) {
    const own = wrappedResolverOf(field);
    return new FieldReader(own && readersForEach.has(own) ? 'EACH' : 'CALL', resolver, resolver);
  }
  const { pothosPrismaSelect, pothosPrismaRelationField: relation, pothosPrismaFallback } = field.extensions;
  if (!pothosPrismaSelect || pothosPrismaFallback) return null;
  const wrapped = wrappedResolverOf(field);
  if (!wrapped) return null;
  if (!relation) return readsOnlyTheRow(wrapped) ? new FieldReader('MEMBER', wrapped, resolver) : null;
  if (isPage(field, relation)) return new FieldReader('PAGE', resolver, resolver);
  return field.args.length === 0 ? new FieldReader('MEMBER', loaded(field, wrapped), resolver) : null;
}

/** The resolver that Pothos and its plugins wrapped, from the field's configuration. */
function wrappedResolverOf({ extensions: { pothosConfig } }: Field): Resolver | null {
  if (!isRecord(pothosConfig)) return null;
  const { resolve = defaultFieldResolver } = pothosConfig;
  return isResolver(resolve) ? resolve : null;
}

/** A relation to many that the field shows in pages instead of as a list. */
const isPage = ({ type }: Field, relation: unknown): boolean =>
  isRecord(relation) && relation.isList === true && !isListType(isNonNullType(type) ? type.ofType : type);

/** The wrapper of a relation also asks of every single row whether the relation is there. */
function loaded({ extensions: { pothosPrismaLoaded: isLoaded } }: Field, read: Resolver): Resolver {
  return (row, args, context, info) => {
    if (typeof isLoaded === 'function' && !isLoaded(row, info, context)) throw new NotInTheRow();
    return read(row, args, context, info);
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isResolver = (value: unknown): value is Resolver => typeof value === 'function';
