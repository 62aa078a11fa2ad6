import type { Pool } from '@registry/prisma/client.ts';
import type { Budgets } from '../config.ts';
import { settlementIn } from './settlement.ts';
import { Spending, type SpendingParts } from './spending.ts';

type Options = Omit<SpendingParts, 'budgets' | 'settlement'> & {
  readonly budgets: Budgets | null;
  readonly behind: Pick<Pool, 'query'>;
};

/** What counts cost against budgets; null where none are set. */
export const openSpending = ({ budgets, behind, ...parts }: Options): Spending | null =>
  budgets && new Spending({ ...parts, budgets, settlement: settlementIn(behind) });
