import { onWhen, type Standing, type States, statesOf } from '../graphql/acts/standing.ts';
import { readTogether } from '../graphql/loader.ts';
import type { EntryModel } from '../tenancy/derivation.ts';
import type { EntryAct, EntryStatusName } from './entry.logic.ts';
import type { EntrySlice, EntryState } from './entry-slice.ts';
import {
  requireEntryDraft,
  requireEntryStep,
  requireEntryWritten,
  requireNothingMissing,
  requireUnnamed,
} from './entry-state.ts';

const slices = new Map<EntryModel, EntrySlice>();
const states = new Map<EntryModel, States<EntryState>>();

/** Lets acts find how the entries of a kind stand, wherever they are defined. */
export const keepEntrySlice = (slice: EntrySlice): void => void slices.set(slice.model, slice);

function sliceOf(model: EntryModel): EntrySlice {
  const slice = slices.get(model);
  if (!slice) throw new Error(`${model} has no life cycle of entries: entryActs gives it one.`);
  return slice;
}

function statesOfEntries(model: EntryModel): States<EntryState> {
  const known = states.get(model) ?? statesOf(model, (db, ids) => sliceOf(model).find(db, ids));
  states.set(model, known);
  return known;
}

/** Done on an entry at the statuses that a guard lets pass. */
export const onEntryWhen = (model: EntryModel, guard: (status: EntryStatusName) => void): Standing =>
  onWhen(statesOfEntries(model), ({ status }) => guard(status));

/** Done on an entry while its content is written. */
export const onWrittenEntry = (model: EntryModel): Standing => onEntryWhen(model, requireEntryWritten);

/** A step of an entry is refused at a status without it. */
export const onEntryStep = (slice: EntrySlice, step: EntryAct): Standing =>
  onEntryWhen(slice.model, (status) => void requireEntryStep(slice, step, status));

/** An entry is confirmed when nothing is missing in it. */
export function onConfirmation(slice: EntrySlice): Standing {
  const { model, missing } = slice;
  if (!missing) return onEntryStep(slice, 'RECORD');
  const problems = readTogether(async (db, ids) => [...(await missing(db, ids))].map(([id, found]) => ({ id, found })));
  return onWhen(statesOfEntries(model), async ({ id, status }, context) => {
    requireEntryStep(slice, 'RECORD', status);
    requireNothingMissing((await problems(context, id))?.found);
  });
}

/** A draft that nobody confirmed is thrown away, unless others name it. */
export function onEntryDraft(slice: EntrySlice): Standing {
  const { model, namedBy } = slice;
  if (!namedBy) return onEntryWhen(model, (status) => requireEntryDraft(slice, status));
  const names = readTogether(async (db, ids) => [...(await namedBy(db, ids))].map(([id, found]) => ({ id, found })));
  return onWhen(statesOfEntries(model), async ({ id, status }, context) => {
    requireEntryDraft(slice, status);
    requireUnnamed((await names(context, id))?.found);
  });
}
