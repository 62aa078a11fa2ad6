import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireEach } from '../../graphql/inputs/references.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { FrameworkPlaceInput, placeIn } from '../framework-place.ts';
import { ProjectKind } from '../plan.enums.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { onWrittenPlan } from '../plan-standing.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { projectContentFields } from '../project.inputs.ts';
import { projectContentOf, projectYearsOf, requireBudgetsWithin } from '../project-content.ts';
import { addParts } from '../project-parts.ts';
import { requireFreeNumber, requireUnits } from '../project-references.ts';

const AddProjectInput = builder.inputType('AddProjectInput', {
  description: 'โครงการใหม่ · A new project.',
  fields: (t) => ({
    planId: t.globalID({
      for: Plan,
      required: true,
      description: `แผน ${whileWritten.th} · The plan ${whileWritten.en}.`,
    }),
    kind: t.field({ type: ProjectKind, required: true, description: 'ประเภท · Project, activity or measure.' }),
    place: t.field({
      type: FrameworkPlaceInput,
      required: true,
      description: 'ที่อยู่ในกรอบแผน · Place in the framework.',
    }),
    titleTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
    }),
    fiscalYears: t.field({
      type: ['FiscalYear'],
      required: true,
      description: 'ปีงบประมาณที่ดำเนินการ ภายในช่วงของแผน · Fiscal years in which it runs, within those of the plan.',
    }),
    ...projectContentFields(t),
  }),
});

act({
  name: 'addProject',
  bulk: 'addProjects',
  description: `เพิ่มโครงการท้ายแผน ${whileWritten.th} · Adds a project at the end of a plan ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenPlan,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.plan },
  input: AddProjectInput,
  payload: ProjectPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const plan = await lockDraftPlan(tx, input.planId.id, 'planId');
    const last = await db.project.aggregate({
      where: { planId: plan.id },
      _max: { sortOrder: true, sequenceNo: true },
    });

    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const fiscalYears = projectYearsOf(check, input.fiscalYears, plan);
    const { columns, parts, indicators = [] } = projectContentOf(check, input);
    requireBudgetsWithin(check, parts.budgetLines ?? [], fiscalYears);
    const place = await placeIn(db, plan.frameworkId, input.place, check);
    const sequenceNo = columns.sequenceNo ?? (last._max.sequenceNo ?? 0) + 1;
    await requireFreeNumber(db, check, { planId: plan.id, sequenceNo }, place);
    check.refuse();
    await requireUnits(db, parts.unitIds);
    requireEach(
      indicators,
      ({ id }) => id === null,
      (index) => `indicators[${index}].id`,
    );

    const { id } = await db.project.create({
      data: {
        ...columns,
        ...place,
        agencyId: plan.agencyId,
        planId: plan.id,
        kind: input.kind,
        titleTh,
        fiscalYears,
        sequenceNo,
        sortOrder: (last._max.sortOrder ?? 0) + 1,
      },
      select: { id: true },
    });
    await addParts(db, plan.agencyId, [
      { ...parts, projectId: id, indicators: indicators.map(({ id: _none, ...indicator }) => indicator) },
    ]);
    return { id };
  },
});
