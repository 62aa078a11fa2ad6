import { onWhen, type Standing, type States, statesOf } from '../../graphql/acts/standing.ts';
import { readTogether } from '../../graphql/loader.ts';
import { ownWritings } from '../../tenancy/own-writing.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import type { RecordAct } from '../lifecycle.logic.ts';
import type { LifecycleRecord, PartsById, RecordSlice } from '../record/record-slice.ts';
import { broughtBy, lostOf, problemsOfClosing, requireAnother, requireNothing, requireStep } from './step-guards.ts';

const states = new WeakMap<RecordSlice, States<LifecycleRecord>>();

function statesOfRecords(slice: RecordSlice): States<LifecycleRecord> {
  const known = states.get(slice) ?? statesOf(slice.model, slice.find);
  states.set(slice, known);
  return known;
}

const partsTogether = (find: (db: ScopedDb, ids: string[]) => Promise<PartsById>) =>
  readTogether(async (db, ids) => [...(await find(db, ids))].map(([id, parts]) => ({ id, parts })));

/** A step of a life cycle is refused at a status without it. */
export const onStep = (slice: RecordSlice, step: RecordAct): Standing =>
  onWhen(statesOfRecords(slice), (record) => void requireStep(slice, step, record));

/** A record is submitted when nothing is missing. */
export function onSubmission(slice: RecordSlice): Standing {
  const missing = partsTogether(slice.missing);
  return onWhen(statesOfRecords(slice), async (record, context) => {
    requireStep(slice, 'SUBMIT', record);
    requireNothing((await missing(context, record.id))?.parts);
  });
}

/** A record is published while it has what it needs for that. */
export function onPublication(slice: RecordSlice): Standing {
  if (!slice.neededToPublish) return onStep(slice, 'PUBLISH');
  const missing = partsTogether(slice.missing);
  return onWhen(statesOfRecords(slice), async (record, context) => {
    requireStep(slice, 'PUBLISH', record);
    requireNothing(lostOf(slice, (await missing(context, record.id))?.parts));
  });
}

/** A record is closed once its year and everything in it has ended. */
export function onClosing(slice: RecordSlice): Standing {
  const unfinished = slice.unfinished && partsTogether(slice.unfinished);
  return onWhen(statesOfRecords(slice), async (record, context) => {
    requireStep(slice, 'CLOSE', record);
    requireNothing(problemsOfClosing(slice, record, (await unfinished?.(context, record.id))?.parts));
  });
}

/** A record is approved by somebody who neither wrote in it nor brought it before the centre. */
export function onApproval(slice: RecordSlice): Standing {
  const brought = readTogether(async (db, ids, { viewer }) =>
    [...(await broughtBy(viewer.account?.id ?? '', slice, ids, db))].map((id) => ({ id })),
  );
  const written = readTogether(async (db, ids, context) => {
    const [link = ''] = Object.keys(slice.link(''));
    const records = await slice.find(db, ids);
    return [...(await ownWritings(context, { model: slice.model, link }, records))].map((id) => ({ id }));
  });
  return onWhen(statesOfRecords(slice), async (record, context) => {
    requireStep(slice, 'APPROVE', record);
    const own = await Promise.all([brought(context, record.id), written(context, record.id)]);
    requireAnother(own.some((each) => each !== null));
  });
}
