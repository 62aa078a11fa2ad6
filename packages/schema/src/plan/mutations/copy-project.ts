import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { Project } from '../project.type.ts';
import { copyProjects } from '../project-copy.ts';

const CopyProjectInput = builder.inputType('CopyProjectInput', {
  description: 'การคัดลอกโครงการ · Copy of a project.',
  fields: (t) => ({
    projectId: t.globalID({ for: Project, required: true, description: 'โครงการต้นทาง · The project to copy.' }),
    planId: t.globalID({
      for: Plan,
      description: `แผนที่รับโครงการ ${whileWritten.th} ไม่ระบุ = แผนเดิม · The plan that gets it ${whileWritten.en}; its own plan when absent.`,
    }),
  }),
});

act({
  name: 'copyProject',
  description: `คัดลอกโครงการไปท้ายแผน ${whileWritten.th} งบประมาณทุกปีเป็นไม่ทราบ · Copies a project, with its steps, target groups, indicators and units, to the end of a plan ${whileWritten.en}; its budget has to be given anew.`,
  by: isEditorOfAgency,
  on: onAny('Project'),
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'แผนทั้งสองใช้กรอบแผนต่างกัน · the plans follow different frameworks',
    ILLEGAL_TRANSITION: notWritten.plan,
  },
  input: CopyProjectInput,
  payload: ProjectPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const source = await db.project.findUnique({
      where: { id: input.projectId.id },
      select: { id: true, plan: { select: { id: true, frameworkId: true, fiscalYearFrom: true, fiscalYearTo: true } } },
    });
    if (!source) throw notFound('projectId');
    const target = await lockDraftPlan(tx, input.planId?.id ?? source.plan.id, 'planId');
    const check = new Check();
    if (target.frameworkId !== source.plan.frameworkId)
      check.add('planId', 'แผนทั้งสองใช้กรอบแผนต่างกัน', 'The two plans follow different frameworks.');
    check.refuse();
    const last = await db.project.aggregate({
      where: { planId: target.id },
      _max: { sortOrder: true, sequenceNo: true },
    });
    const [id] = await copyProjects(db, { id: source.id }, source.plan, target, () => ({
      sequenceNo: (last._max.sequenceNo ?? 0) + 1,
      sortOrder: (last._max.sortOrder ?? 0) + 1,
    }));
    if (!id) throw notFound('projectId');
    return { id };
  },
});
