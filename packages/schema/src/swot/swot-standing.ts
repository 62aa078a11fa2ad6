import { onWhen, statesOf } from '../graphql/acts/standing.ts';
import { requireInUse, requireWritten } from '../lifecycle/record/record-state.ts';

/** An analysis whose content is written. */
export const onWrittenAnalysis = onWhen(
  statesOf('SwotAnalysis', (db, ids) =>
    db.swotAnalysis.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, isAmendment: true } }),
  ),
  requireWritten,
);

const items = statesOf('SwotItem', (db, ids) =>
  db.swotItem.findMany({
    where: { id: { in: ids } },
    select: { id: true, analysis: { select: { status: true, isAmendment: true } } },
  }),
);

/** An item of an analysis whose content is written. */
export const onWrittenItem = onWhen(items, ({ analysis }) => requireWritten(analysis));

/** An item of an analysis that is in use. */
export const onItemInUse = onWhen(items, ({ analysis }) => requireInUse(analysis));
