import { createPool } from '@registry/prisma/client.ts';
import type { Settled, Unsettled } from './spent-points.ts';

/** A settlement that takes longer is given up: until the next one, what this instance knows decides. */
const SETTLE_MS_MAX = 2_000;

export type Settlement = {
  /** Tells the database what was spent here, and answers what was spent everywhere. */
  settle(unsettled: readonly Unsettled[]): Promise<readonly Settled[]>;
  stop(): Promise<void>;
};

type Row = { key: string; points: string; millisecondsLeft: number };

/** Settles in one statement, over a connection of its own: no request waits behind it, nor it behind them. */
export function settlementIn(databaseUrl: string): Settlement {
  const pool = createPool({
    url: databaseUrl,
    max: 1,
    statementTimeoutMs: SETTLE_MS_MAX,
    onError: () => undefined,
  });
  return {
    async settle(unsettled) {
      const { rows } = await pool.query<Row>('SELECT * FROM app.settle_cost($1, $2, $3)', [
        unsettled.map(({ key }) => key),
        unsettled.map(({ points }) => points),
        unsettled.map(({ millisecondsLeft }) => millisecondsLeft),
      ]);
      return rows.map(({ points, ...row }) => ({ ...row, points: Number(points) }));
    },
    stop: () => pool.end(),
  };
}
