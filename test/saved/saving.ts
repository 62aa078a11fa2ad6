import type { Registry } from '../kit/registry.ts';

/** A question that everybody who reads records may ask. */
export const document = 'query Risks($first: Int = 3) { risks(first: $first) { totalCount edges { node { id } } } }';

type Saved = { readonly id: string; readonly version: number };

/** Saves a query as a persona; answers it with its version. */
export async function save(
  registry: Registry,
  persona: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Saved> {
  const { savedQuery } = await registry
    .person(persona)
    .does('saveQuery', { titleTh: 'คำถามทดสอบ', document, ...input }, 'savedQuery { id version }');
  return savedQuery;
}

/** Runs a saved query as a persona; answers the whole answer. */
export const run = (
  registry: Registry,
  persona: string,
  id: string,
  given: { variables?: object; number?: number } = {},
) =>
  registry.as(persona)(
    `query ($id: ID!, $variables: JSON, $number: Int) {
      runQuery(id: $id, variables: $variables, number: $number) { data errors cost number documentHash }
    }`,
    { id, ...given },
  );
