import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { onProjectStep } from '../plan-standing.ts';
import { ProjectActInput } from '../project-act.inputs.ts';
import { commentOf, move } from '../project-moves.ts';

act({
  name: 'startProject',
  description: `เริ่มดำเนินโครงการ · Starts a planned project.`,
  by: isEditorOfAgency,
  on: onProjectStep('START'),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือโครงการผ่านขั้นนี้แล้ว · plan not approved or published, or project already further',
  },
  input: ProjectActInput,
  payload: ProjectPayload,
  reason: ({ comment }) => comment,
  work: async (input, tx) => {
    const check = new Check();
    const comment = commentOf(check, input.comment);
    check.refuse();
    return move('START', { id: input.projectId.id, expectedVersion: input.expectedVersion, comment }, tx);
  },
});
