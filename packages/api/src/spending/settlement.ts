import type { Pool } from '@registry/prisma/client.ts';
import type { Settled, Unsettled } from './spent-points.ts';

export type Settlement = {
  /** Tells the database what was spent here, and answers what was spent everywhere. */
  settle(unsettled: readonly Unsettled[]): Promise<readonly Settled[]>;
};

type Row = { key: string; points: string; millisecondsLeft: number };

/** Settles in one statement. One that takes too long is given up: until the next one, what this instance knows decides. */
export function settlementIn(pool: Pick<Pool, 'query'>): Settlement {
  return {
    async settle(unsettled) {
      const { rows } = await pool.query<Row>('SELECT * FROM app.settle_cost($1, $2, $3)', [
        unsettled.map(({ key }) => key),
        unsettled.map(({ points }) => points),
        unsettled.map(({ millisecondsLeft }) => millisecondsLeft),
      ]);
      return rows.map(({ points, ...row }) => ({ ...row, points: Number(points) }));
    },
  };
}
