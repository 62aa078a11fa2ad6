/** A request that a client gets wrong: what it sends as JSON. */
export type WrongRequest = { readonly name: string; readonly body: unknown };

/** Risks by a filter. */
export const risks = 'query ($where: RiskWhere) { risks(first: 1, where: $where) { totalCount } }';
/** A document of that name. */
export const named = (name: string, query: string, more: object = {}): WrongRequest => ({
  name,
  body: { query, ...more },
});
/** Risks by a filter that is wrong. */
export const filtered = (name: string, where: unknown): WrongRequest => named(name, risks, { variables: { where } });
