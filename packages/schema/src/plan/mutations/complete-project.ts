import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { onProjectStep } from '../plan-standing.ts';
import { ProjectActInput } from '../project-act.inputs.ts';
import { commentOf, move } from '../project-moves.ts';

act({
  name: 'completeProject',
  description: `บันทึกว่าโครงการแล้วเสร็จ หากรายงานล่าสุดไม่ถึงร้อยละ 100 ต้องมีความเห็น · Says that a project in progress is done; with a comment when its latest report says less than 100 percent.`,
  by: isEditorOfAgency,
  on: onProjectStep('COMPLETE'),
  errors: {
    NOT_FOUND: true,
    ILLEGAL_TRANSITION:
      'แผนยังไม่เห็นชอบหรือเผยแพร่ หรือโครงการผ่านขั้นนี้แล้ว · plan not approved or published, or project already further',
  },
  input: ProjectActInput,
  payload: ProjectPayload,
  reason: ({ comment }) => comment,
  work: async (input, tx) => {
    const { id } = input.projectId;
    const check = new Check();
    const comment = commentOf(check, input.comment);
    check.refuse();
    const done = await move('COMPLETE', { id, expectedVersion: input.expectedVersion, comment }, tx);
    const latest = await tx.db.progressReport.findFirst({
      where: { projectId: id },
      orderBy: [{ fiscalYear: 'desc' }, { quarter: 'desc' }],
      select: { progressPercent: true },
    });
    if (latest?.progressPercent !== 100 && comment === null)
      check.add(
        'comment',
        'รายงานล่าสุดยังไม่ถึงร้อยละ 100 โปรดชี้แจงว่าเหตุใดจึงแล้วเสร็จ',
        'The latest report says less than 100 percent: say why the project is done.',
      );
    check.refuse();
    return done;
  },
});
