import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

type Member = GraphQLField<unknown, unknown> | GraphQLInputField;

/** Something that the documentation has a page or a paragraph on. */
export interface Entry {
  /** How it is written: `Risk`, `Risk.level`, `Query.risks(first:)`, `RiskLevel.HIGH`. */
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly type: GraphQLNamedType;
  readonly member: Member | null;
}

const memberEntries = (type: GraphQLNamedType, member: Member): Entry[] => {
  const path = `${type.name}.${member.name}`;
  const own = { path, name: member.name, description: member.description ?? '', type, member };
  const args: readonly GraphQLArgument[] = 'args' in member ? member.args : [];
  return [
    own,
    ...args.map(({ name, description }) => ({
      path: `${path}(${name}:)`,
      name,
      description: description ?? '',
      type,
      member,
    })),
  ];
};

const entriesOfType = (type: GraphQLNamedType): Entry[] => {
  const own = { path: type.name, name: type.name, description: type.description ?? '', type, member: null };
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name, description }) => ({
      path: `${type.name}.${name}`,
      name,
      description: description ?? '',
      type,
      member: null,
    }));
    return [own, ...values];
  }
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [own];
  return [own, ...Object.values<Member>(type.getFields()).flatMap((member) => memberEntries(type, member))];
};

/** Everything that a schema documents, but for what describes schemas as such. */
export const entriesOf = (schema: GraphQLSchema): Entry[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(entriesOfType);

const FOUND_MAX = 60;

/** A type of the name that was looked for comes first, then what else has it, what holds it, and last what is described by it. */
const rankOf = ({ path, name, description }: Entry, words: readonly string[]): number | null => {
  const [lowerName, lowerDescription] = [name.toLowerCase(), description.toLowerCase()];
  if (words.length === 1 && lowerName === words[0]) return path === name ? 0 : 1;
  if (words.every((word) => lowerName.includes(word))) return 2;
  return words.every((word) => lowerName.includes(word) || lowerDescription.includes(word)) ? 3 : null;
};

export interface Found {
  readonly entries: readonly Entry[];
  readonly total: number;
}

/** Entries whose name or description, Thai or English, has every word that was looked for. */
export const search = (entries: readonly Entry[], text: string): Found => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { entries: [], total: 0 };
  const ranked: Entry[][] = [[], [], [], []];
  for (const entry of entries) {
    const rank = rankOf(entry, words);
    if (rank !== null) ranked[rank]?.push(entry);
  }
  const found = ranked.flat();
  return { entries: found.slice(0, FOUND_MAX), total: found.length };
};
