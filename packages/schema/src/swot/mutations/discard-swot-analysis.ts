import { isEditorOfAgency } from '../../access/access.rules.ts';
import { AgencyPayload } from '../../agency/agency.payload.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { requireDraft } from '../../lifecycle/record/record-state.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { SwotAnalysis } from '../swot.type.ts';

const DiscardInput = builder.inputType('DiscardSwotAnalysisInput', {
  description: 'การยกเลิกร่างการวิเคราะห์ · Removal of a draft analysis.',
  fields: (t) => ({
    id: t.globalID({ for: SwotAnalysis, required: true, description: 'ร่างที่ยกเลิก · The draft.' }),
    ...atVersion(t, 'analysis'),
  }),
});

const toDiscard = (db: ScopedDb, ids: string[]) =>
  db.swotAnalysis.findMany({
    where: { id: { in: ids } },
    select: { id: true, status: true, _count: { select: { statusChanges: true } } },
  });

type Found = Awaited<ReturnType<typeof toDiscard>>[number];

function requireDiscardable({ status, _count }: Found): void {
  requireDraft({ status });
  // What was decided about it would go with it: the history of a record is kept.
  if (_count.statusChanges > 0)
    throw illegalTransition(
      status,
      'ร่างที่เคยส่งแล้วยกเลิกร่างไม่ได้ เพราะมีประวัติการพิจารณา',
      'A draft that has been submitted before is not discarded: its history is kept.',
    );
}

act({
  name: 'discardSwotAnalysis',
  description: 'ยกเลิกร่างที่ยังไม่เคยส่ง พร้อมทุกรายการ · Discards a draft that was never submitted, with its items.',
  by: isEditorOfAgency,
  on: onWhen(statesOf('SwotAnalysis', toDiscard), requireDiscardable),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: DiscardInput,
  payload: AgencyPayload,
  removes: ({ id }) => id,
  work: async ({ id: { id }, expectedVersion }, { db, agencyId, requireRecordVersion }) => {
    const [analysis] = await toDiscard(db, [id]);
    if (!analysis) throw notFound('id');
    requireDiscardable(analysis);
    requireRecordVersion('SwotAnalysis', id, expectedVersion);
    await requireVersion(db.swotAnalysis.deleteMany({ where: { id, status: 'DRAFT' } }));
    return { agencyId };
  },
});
