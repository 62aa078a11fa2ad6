import { readerOf } from '@registry/schema/execution/field-reader.ts';
import { schema } from '@registry/schema/schema.ts';
import * as fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { argumentsOf } from '../kit/schema-walk.ts';

type Field = GraphQLField<unknown, unknown>;
type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** What the documents ask for by id and by code. */
export type Known = { readonly ids: readonly string[]; readonly agencyCodes: readonly string[] };

export type Asked = { readonly text: string; readonly variables: Readonly<Record<string, unknown>> };

const LEVELS_MAX = 4;
const FIELDS_MAX = 5;

const nodeTypes = (): readonly GraphQLObjectType[] => {
  const node = schema.getType('Node');
  return isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
};

/** Writes one random document: mostly of what can be copied, with everything that a document can be made of. */
export class DocumentWriter {
  readonly #g: fc.GeneratorValue;
  readonly #known: Known;
  readonly #fragments: string[] = [];
  /** A field is asked in the same way throughout, so that what is asked for twice can be merged. */
  readonly #arguments = new Map<string, string>();
  readonly #mixed: boolean;
  readonly #isDirected: boolean;
  #aliases = 0;

  constructor(g: fc.GeneratorValue, known: Known) {
    this.#g = g;
    this.#known = known;
    this.#mixed = this.#chance(15);
    this.#isDirected = this.#chance(5);
  }

  write(): Asked {
    const query = schema.getQueryType();
    if (!query) throw new Error('There is no Query.');
    const fields = Object.values(query.getFields()).filter(({ name }) => name !== 'authority');
    const roots = Array.from({ length: this.#chance(20) ? 2 : 1 }, () =>
      this.#field(query, this.#one(fields), LEVELS_MAX),
    );
    const body = `{ ${roots.join(' ')}${this.#chance(5) ? ' __typename' : ''} }`;
    const value = this.#chance(2) ? 'many' : this.#g(fc.integer, { min: 1, max: 4 });
    const text = [body, ...this.#fragments].join('\n');
    return { text: `query Asked${text.includes('$n') ? '($n: Int! = 2)' : ''} ${text}`, variables: { n: value } };
  }

  #chance(percent: number): boolean {
    return this.#g(fc.integer, { min: 1, max: 100 }) > 100 - percent;
  }

  #one<Value>(values: readonly Value[]): Value {
    const value = values[this.#g(fc.nat, { max: values.length - 1 })];
    if (value === undefined) throw new Error('Nothing to choose from.');
    return value;
  }

  #selection(type: Composite, levels: number): string {
    if (isInterfaceType(type)) return this.#ofInterface(type, levels);
    const possible = Object.values(type.getFields()).filter((field) => {
      if (levels <= 0 && !isLeafType(getNamedType(field.type))) return false;
      return this.#mixed || readerOf(field) !== null;
    });
    const count = this.#g(fc.integer, { min: 1, max: FIELDS_MAX });
    const chosen = Array.from({ length: possible.length > 0 ? count : 0 }, () => this.#one(possible));
    const parts = chosen.map((field) => this.#wrapped(type, this.#field(type, field, levels)));
    if (parts.length === 0 || this.#chance(10)) parts.push('__typename');
    return parts.join(' ');
  }

  #ofInterface(type: GraphQLInterfaceType, levels: number): string {
    const own = this.#chance(50) ? ['__typename'] : [];
    if (type.getFields().id && this.#chance(50)) own.push('id');
    const objects = Array.from({ length: this.#g(fc.integer, { min: 1, max: 4 }) }, () =>
      this.#one(type.name === 'Node' ? nodeTypes() : schema.getPossibleTypes(type)),
    );
    return [...own, ...objects.map((each) => `... on ${each.name} { ${this.#selection(each, levels - 1)} }`)].join(' ');
  }

  #wrapped(type: GraphQLObjectType, text: string): string {
    const conditions = [type.name, ...type.getInterfaces().map(({ name }) => name)];
    if (this.#chance(8)) return `... { ${text} }`;
    if (this.#chance(8)) return `... on ${type.name} { ${text} }`;
    if (this.#chance(4)) return `... on ${this.#one(conditions)} { __typename ... on ${type.name} { ${text} } }`;
    if (!this.#chance(8)) return text;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
    return `...${name} ...${name}`;
  }

  #field(type: Composite, field: Field, levels: number): string {
    const isAliased = this.#chance(20);
    const directive = this.#isDirected && this.#chance(20) ? ' @include(if: true)' : '';
    const key = `${type.name}.${field.name}`;
    const given = isAliased ? this.#given(field) : (this.#arguments.get(key) ?? this.#given(field));
    if (!isAliased) this.#arguments.set(key, given);
    this.#aliases += isAliased ? 1 : 0;
    const name = isAliased ? `a${this.#aliases}: ${field.name}` : field.name;
    return `${name}${given}${directive}${this.#beneath(field, levels)}`;
  }

  #beneath(field: Field, levels: number): string {
    const target = getNamedType(field.type);
    if (!isObjectType(target) && !isInterfaceType(target)) return '';
    const isPlumbing = /(Connection|Edge)$/.test(target.name) || target.name === 'PageInfo';
    return ` { ${this.#selection(target, isPlumbing ? levels : levels - 1)} }`;
  }

  #given(field: Field): string {
    const { ids, agencyCodes } = this.#known;
    if (field.args.length === 0) return '';
    if (field.name === 'node') return `(id: ${JSON.stringify(this.#one(ids))})`;
    if (field.name === 'nodes')
      return `(ids: ${JSON.stringify(Array.from({ length: this.#g(fc.nat, { max: 5 }) }, () => this.#one(ids)))})`;
    if (field.name === 'agency' && field.args.some(({ name }) => name === 'code'))
      return `(code: ${JSON.stringify(this.#one(agencyCodes))})`;
    const given = argumentsOf(field, this.#g(fc.integer, { min: 1, max: 4 }));
    return this.#chance(20)
      ? given.replace(/first: \d/, this.#one(['first: $n', 'last: 2', 'first: 3, after: "nowhere"']))
      : given;
  }
}
