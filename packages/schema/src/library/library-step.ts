import { notFound } from '../base/errors.ts';
import { notAtThisStatus } from '../base/not-at-this-status.ts';
import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import { builder } from '../graphql/builder.ts';
import { atVersion } from '../graphql/inputs/at-version.ts';
import { destination } from '../lifecycle/lifecycle.logic.ts';
import { type ActTransaction, requireVersion } from '../tenancy/act-transaction.ts';
import { type LibraryAct, type LibraryStatusName, libraryLifecycle } from './library.logic.ts';
import { LibraryRisk } from './library-risk.type.ts';

export const LibraryRiskActInput = builder.inputType('LibraryRiskActInput', {
  description: 'ขั้นตอนหนึ่งของความเสี่ยงในคลัง · A step of a risk of the library along its life cycle.',
  fields: (t) => ({
    id: t.globalID({ for: LibraryRisk, required: true, description: 'ความเสี่ยงในคลัง · The risk of the library.' }),
    ...atVersion(t, 'risk'),
  }),
});

type Step = typeof LibraryRiskActInput.$inferInput;

function requireLibraryStep(step: LibraryAct, status: LibraryStatusName): LibraryStatusName {
  const to = destination(libraryLifecycle, step, status);
  if (to) return to;
  const subject = { th: 'ความเสี่ยงในคลัง', en: 'risk' };
  throw notAtThisStatus({ step, subject, status, from: libraryLifecycle[step].from });
}

/** How risks of the library stand. */
export const libraryStates = statesOf('LibraryRisk', (db, ids) =>
  db.libraryRisk.findMany({ where: { id: { in: ids } }, select: { id: true, status: true } }),
);

/** A risk of the library at a status with the step. */
export const onLibraryStep = (step: LibraryAct) =>
  onWhen(libraryStates, ({ status }) => void requireLibraryStep(step, status));

/** Takes a risk of the library a step along its life cycle. */
export async function takeLibraryStep(step: LibraryAct, { id: { id }, expectedVersion }: Step, { db }: ActTransaction) {
  const risk = await db.libraryRisk.findUnique({ where: { id }, select: { status: true } });
  if (!risk) throw notFound('id');
  const to = requireLibraryStep(step, risk.status);
  await requireVersion(
    db.libraryRisk.updateMany({
      where: { id, version: expectedVersion, status: risk.status },
      data: { status: to, publishedAt: step === 'PUBLISH' ? new Date() : undefined, version: { increment: 1 } },
    }),
  );
  return { id };
}
