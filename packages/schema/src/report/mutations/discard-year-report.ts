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
import { YearReport } from '../year-report.type.ts';

const DiscardYearReportInput = builder.inputType('DiscardYearReportInput', {
  description: 'การยกเลิกร่างรายงานผล · Removal of a draft year report.',
  fields: (t) => ({
    yearReportId: t.globalID({ for: YearReport, required: true, description: 'ร่างที่ยกเลิก · The draft.' }),
    ...atVersion(t, 'year report'),
  }),
});

const toDiscard = (db: ScopedDb, ids: string[]) =>
  db.yearReport.findMany({
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
  name: 'discardYearReport',
  description:
    'ยกเลิกร่างรายงานผลที่ยังไม่เคยส่ง พร้อมทุกข้อ · Discards a draft year report that was never submitted, with its items.',
  by: isEditorOfAgency,
  on: onWhen(statesOf('YearReport', toDiscard), requireDiscardable),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: DiscardYearReportInput,
  payload: AgencyPayload,
  removes: ({ yearReportId }) => yearReportId,
  work: async ({ yearReportId: { id }, expectedVersion }, { db, agencyId, requireRecordVersion }) => {
    const [report] = await toDiscard(db, [id]);
    if (!report) throw notFound('yearReportId');
    requireDiscardable(report);
    requireRecordVersion('YearReport', id, expectedVersion);
    await requireVersion(db.yearReport.deleteMany({ where: { id, status: 'DRAFT' } }));
    return { agencyId };
  },
});
