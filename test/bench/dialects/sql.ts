import type { Dialect } from '../dialect.ts';

const phrase = (path: string) => ({ ask: (body: object) => ({ path, body }), read: (data: unknown) => data });

/** The hand-written server: one address per workload, the variables as they are. */
export const sql: Dialect = {
  Q1: phrase('/Q1'),
  Q2: phrase('/Q2'),
  Q3: phrase('/Q3'),
  Q4: phrase('/Q4'),
  Q5: phrase('/Q5'),
  G1: phrase('/G1'),
  F1: phrase('/F1'),
  S1: phrase('/S1'),
  T1: phrase('/T1'),
};
