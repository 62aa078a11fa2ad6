import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { findingAtVersion } from '../finding.inputs.ts';
import { FindingPayload } from '../finding.payload.ts';
import { onClosedFinding, requireClosed, stateOf } from '../open-finding.ts';

const ReopenInput = builder.inputType('ReopenFindingInput', {
  description: 'การนำข้อสังเกตที่ยุติแล้วกลับมา · Reopening of a closed finding.',
  fields: (t) => ({
    ...findingAtVersion(t),
  }),
});

act({
  name: 'reopenFinding',
  description: `นำข้อสังเกตที่ยุติแล้วกลับมาพิจารณา · Reopens a finding that was dismissed, acknowledged or resolved.`,
  by: isApproverOfAgency,
  on: onClosedFinding,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: ReopenInput,
  payload: FindingPayload,
  work: async (input, { db }) => {
    const { id } = input.findingId;
    requireClosed(await stateOf(db, id));
    await requireVersion(
      db.finding.updateMany({
        where: { id, version: input.expectedVersion },
        data: {
          closedAs: null,
          resolvedInId: null,
          dismissalReason: null,
          dismissedAt: null,
          dismissedById: null,
          version: { increment: 1 },
        },
      }),
    );
    return { findingId: id };
  },
});
