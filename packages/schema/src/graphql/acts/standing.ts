import { forbidden, notFound, RegistryError, unauthenticated } from '../../base/errors.ts';
import type { Context } from '../../tenancy/context.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { readTogether } from '../loader.ts';

/**
 * What an act is done on, and when that refuses it: said by every act, so that `can` answers beforehand with the rule that the act's work
 * keeps (docs/decisions/0064).
 */
export type Standing = {
  /** Name of the type of the record; null where the act is done on none. */
  readonly on: string | null;
  /** Why a record refuses the act; null when nothing about it does. Asked of many records in one tick, it reads them together. */
  readonly refusal: (context: Context, id: string) => Promise<RegistryError | null>;
};

/** What is read of records of a type, to know how each stands. */
export type States<State> = {
  readonly of: string;
  readonly load: (context: Context, id: string) => Promise<State | null>;
};

/** How records of a type stand, by what is read of them. */
export const statesOf = <Row extends { readonly id: string }>(
  of: string,
  find: (db: ScopedDb, ids: string[], context: Context) => PromiseLike<readonly Row[]>,
): States<Row> => ({ of, load: readTogether(find) });

/** The refusal that a check throws; null when it throws none. */
async function thrownBy(check: () => void | Promise<void>): Promise<RegistryError | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof RegistryError) return error;
    throw error;
  }
}

/** Done on a record in the states that a guard lets pass: the one which the act's work asks, once the record is locked. */
export const onWhen = <State>(
  { of, load }: States<State>,
  guard: (state: State, context: Context) => void | Promise<void>,
): Standing => ({
  on: of,
  async refusal(context, id) {
    const state = await load(context, id);
    return state === null ? notFound() : thrownBy(() => guard(state, context));
  },
});

/** Done on a record in any state. */
export const onAny = (on: string): Standing => ({ on, refusal: async () => null });

/** Done in the agency in which the account acts, on none of its records yet. */
export const onOwnAgency: Standing = {
  on: 'Agency',
  async refusal({ viewer }, id) {
    if (!viewer.account) return unauthenticated();
    if (viewer.agency?.id === id) return null;
    return forbidden('ทำได้เฉพาะในหน่วยงานที่กำลังทำงาน', 'It is done in the agency in which the account acts.');
  },
};

/** Done on no record that there is yet, and in no agency: on what the whole city shares, or on what is its doer’s own. */
export const onCity: Standing = { on: null, refusal: async () => null };
