import { unguardedSchema } from '@registry/schema/schema.ts';
import type { Answer, Client } from './client.ts';
import { asSuperuser, type DatabaseCopy } from './database-copy.ts';

type Input = Readonly<Record<string, unknown>>;

/** How much was ever written: a refused act adds nothing to it. */
export async function changes({ database }: { readonly database: DatabaseCopy }): Promise<number> {
  const [row] = await asSuperuser<{ count: number }>(
    database.superuser,
    'SELECT sum(seq)::int AS count FROM "AuditHead"',
  );
  return row?.count ?? 0;
}

/** The code of a refusal, then the fields that it names, in its order. */
export const refusalOf = ({ errors }: Pick<Answer, 'errors'>): [string | undefined, ...string[]] => [
  errors[0]?.extensions.code,
  ...(errors[0]?.extensions.fields ?? []).map(({ field }: { field: string }) => field),
];

function inputTypeOf(name: string): string {
  const argument = unguardedSchema.getMutationType()?.getFields()[name]?.args[0];
  if (!argument) throw new Error(`There is no mutation ${name}.`);
  return String(argument.type);
}

/** Somebody at the API, who does things by the names of mutations. */
export function personOf(ask: Client, database: DatabaseCopy) {
  /** Asks for a mutation; `payload` is what is asked of its payload. */
  const tries = (name: string, input: Input, payload = '__typename'): Promise<Answer> =>
    ask(`mutation ($input: ${inputTypeOf(name)}) { ${name}(input: $input) { ${payload} } }`, { input });

  /** Does what must succeed, and gives the payload. */
  async function does(name: string, input: Input, payload?: string): Promise<any> {
    const { data, errors } = await tries(name, input, payload);
    if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data[name];
  }

  /** Asks for what must be refused, and must leave everything as it was; gives the code and the fields. */
  async function isRefused(name: string, input: Input, payload?: string) {
    const before = await changes({ database });
    const answer = await tries(name, input, payload);
    const refusal = refusalOf(answer);
    if (refusal[0] === undefined) throw new Error(`${name} was not refused: ${JSON.stringify(answer.data)}`);
    if ((await changes({ database })) !== before)
      throw new Error(`${name} was refused, and yet something was written.`);
    return refusal;
  }

  return { ask, tries, does, isRefused };
}

export type Person = ReturnType<typeof personOf>;
