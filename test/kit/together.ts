import type { Answer, Client } from './registry.ts';

/** A mutation that is asked for among others. */
export type Asked = { readonly name: string; readonly inputType: string; readonly input: unknown };

type Refusal = Answer['errors'][number] | undefined;

/** So many in one request: enough to save the way there and back, and far from every limit. */
const TOGETHER = 40;

/** Asks for many mutations, side by side in as few requests; what each of them is refused for, in their order. */
export async function refusalsOf(ask: Client, asked: readonly Asked[]): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (let start = 0; start < asked.length; start += TOGETHER)
    refusals.push(...(await refusalsOfOne(ask, asked.slice(start, start + TOGETHER))));
  return refusals;
}

async function refusalsOfOne(ask: Client, asked: readonly Asked[]): Promise<Refusal[]> {
  const variables = asked.map(({ inputType }, index) => `$i${index}: ${inputType}!`).join(', ');
  const fields = asked.map(({ name }, index) => `a${index}: ${name}(input: $i${index}) { __typename }`).join(' ');
  const { data, errors, text } = await ask(
    `mutation (${variables}) { ${fields} }`,
    Object.fromEntries(asked.map(({ input }, index) => [`i${index}`, input])),
  );
  if (!data || errors.some(({ path }) => !path)) throw new Error(`The request was refused as a whole: ${text}`);
  return asked.map((_each, index) => errors.find(({ path }) => path?.[0] === `a${index}`));
}
