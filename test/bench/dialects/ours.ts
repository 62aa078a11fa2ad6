import type { Dialect } from '../dialect.ts';
import { documents } from './documents.ts';

/** The id of a risk as GraphQL clients know it. */
const globalId = (id: string): string => Buffer.from(`Risk:${id}`).toString('base64url');

const post = (query: string, variables: object) => ({ path: '/graphql', body: { query, variables } });
const asItIs = (data: unknown) => data;

/** Our own server; the Apollo server answers the same documents. */
export const ours: Dialect = {
  Q1: { ask: ({ riskId }) => post(documents.Q1, { id: globalId(riskId) }), read: asItIs },
  Q2: { ask: ({ agencyCode }) => post(documents.Q2, { code: agencyCode }), read: asItIs },
  Q3: { ask: ({ agencyCode }) => post(documents.Q3, { code: agencyCode }), read: asItIs },
  Q4: { ask: ({ fiscalYear }) => post(documents.Q4, { year: fiscalYear }), read: asItIs },
  Q5: {
    ask: ({ riskId, expectedVersion, likelihood, impact, justification }) =>
      post(documents.Q5, {
        input: {
          riskId: globalId(riskId),
          expectedVersion,
          phase: 'RESIDUAL',
          likelihood,
          impact,
          justificationTh: justification,
        },
      }),
    read: asItIs,
  },
  G1: { ask: ({ fiscalYear }) => post(documents.G1, { year: fiscalYear }), read: asItIs },
  T1: { ask: ({ riskId, moment }) => post(documents.T1, { id: globalId(riskId), moment }), read: asItIs },
  S1: { ask: ({ text }) => post(documents.S1, { text }), read: asItIs },
  F1: { ask: ({ agencyCode, dueBy }) => post(documents.F1, { code: agencyCode, dueBy }), read: asItIs },
};
