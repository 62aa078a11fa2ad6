import type { GraphQLField } from 'graphql';

const MARK = 'isHandedOn';

/** Marks an argument that is handed on to another operation, which measures it as what it is there. */
export const handedOn: Readonly<Record<string, true>> = { [MARK]: true };

export const isHandedOn = ({ args }: GraphQLField<unknown, unknown>, name: string): boolean =>
  args.find((arg) => arg.name === name)?.extensions[MARK] === true;
