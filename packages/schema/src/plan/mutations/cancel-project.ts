import { isApproverOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { onProjectStep } from '../plan-standing.ts';
import { projectAtVersion } from '../project-act.inputs.ts';
import { move } from '../project-moves.ts';

const CancelProjectInput = builder.inputType('CancelProjectInput', {
  description: 'การยกเลิกโครงการ · Cancelling of a project.',
  fields: (t) => ({
    ...projectAtVersion(t),
    reason: t.string({ required: true, description: 'เหตุผล · Why; at most 4,000 characters.' }),
  }),
});

act({
  name: 'cancelProject',
  description: `ยกเลิกโครงการที่ยังไม่แล้วเสร็จ · Cancels a project that is not done.`,
  by: isApproverOfAgency,
  on: onProjectStep('CANCEL'),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือโครงการผ่านขั้นนี้แล้ว · plan not approved or published, or project already further',
  },
  input: CancelProjectInput,
  payload: ProjectPayload,
  reason: ({ reason }) => reason,
  work: async (input, tx) => {
    const check = new Check();
    const comment = check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    return move('CANCEL', { id: input.projectId.id, expectedVersion: input.expectedVersion, comment }, tx);
  },
});
