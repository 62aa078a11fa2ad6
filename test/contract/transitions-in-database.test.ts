import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entryLifecycle } from '@registry/schema/entry/entry.logic.ts';
import { libraryLifecycle } from '@registry/schema/library/library.logic.ts';
import { orderLifecycle, projectLifecycle, recordLifecycle } from '@registry/schema/lifecycle/lifecycle.logic.ts';
import { mitigationLife } from '@registry/schema/risk/mitigation-life.logic.ts';
import { asSuperuser, copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';

let database: DatabaseCopy;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(async () => database.drop());

type Move = { from: readonly string[]; to: string | null; toOfAmendment?: string; by: string };
type Life = Readonly<Record<string, Move>>;
const lives: Readonly<Record<string, Life>> = {
  RECORD: recordLifecycle,
  PROJECT: projectLifecycle,
  ORDER: orderLifecycle,
  MITIGATION: mitigationLife,
  LIBRARY: libraryLifecycle,
  ENTRY: entryLifecycle,
};

/** Every step that changes a status. */
const steps = Object.entries(lives).flatMap(([kind, life]) =>
  Object.entries(life).flatMap(([act, { from, to, toOfAmendment, by }]) =>
    [to, ...(toOfAmendment ? [toOfAmendment] : [])].flatMap((becomes) =>
      from.filter((was) => becomes !== null && was !== becomes).map((was) => [kind, act, was, becomes, by].join(' ')),
    ),
  ),
);

describe('the life cycles', () => {
  it('are the same in the database as in the code', async () => {
    const rows = await asSuperuser<{ step: string }>(
      database.superuser,
      `SELECT concat_ws(' ', kind, act, was, becomes, doer) AS step FROM app.life_cycle_steps()`,
    );
    expect(rows.map(({ step }) => step).sort()).toEqual(steps.sort());
  });

  it('hold for every table that has one', async () => {
    const rows = await asSuperuser<{ table: string }>(
      database.superuser,
      `SELECT c.relname AS table FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'status'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND (
         SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname IN ('keep_to_life_cycle', 'begin_life_cycle')) <> 2`,
    );
    // Whether an amount is budgeted is a fact about it, not a step that somebody takes.
    expect(rows.map(({ table }) => table)).toEqual(['BudgetLine']);
  });
});
