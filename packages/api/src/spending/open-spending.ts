import type { Budgets } from '../config.ts';
import { settlementIn } from './settlement.ts';
import { Spending, type SpendingParts } from './spending.ts';

type Options = Omit<SpendingParts, 'budgets' | 'settlement'> & {
  readonly budgets: Budgets | null;
  readonly databaseUrl: string;
};

/** What counts cost against budgets; null where none are set. */
export const openSpending = ({ budgets, databaseUrl, ...parts }: Options): Spending | null =>
  budgets && new Spending({ ...parts, budgets, settlement: settlementIn(databaseUrl) });
