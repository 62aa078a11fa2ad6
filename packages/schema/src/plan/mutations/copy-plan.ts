import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { PlanPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { checkPeriod } from '../plan-content.ts';
import { copyProjects } from '../project-copy.ts';

const CopyPlanInput = builder.inputType('CopyPlanInput', {
  description: 'การคัดลอกแผนไปยังช่วงปีใหม่ · Copy of a plan for another period.',
  fields: (t) => ({
    planId: t.globalID({
      for: Plan,
      required: true,
      description: 'แผนต้นทาง สถานะใดก็ได้ · The plan to copy, of any status.',
    }),
    titleTh: t.string({
      required: true,
      description: 'ชื่อแผนใหม่ภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
    }),
    titleEn: t.string({ description: 'ชื่อแผนใหม่ภาษาอังกฤษ · Title in English.' }),
    fiscalYearFrom: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณแรก · First fiscal year.' }),
    fiscalYearTo: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณสุดท้าย ไม่เกิน 10 ปี · Last fiscal year; a plan runs for 1 to 10.',
    }),
  }),
});

act({
  name: 'copyPlan',
  description:
    'คัดลอกแผนเป็นร่างของช่วงปีใหม่ งบประมาณทุกปีเป็นไม่ทราบ · Copies a plan, with its statements and all projects but the cancelled ones, as a draft for another period. Years keep their place in the period; every budget has to be given anew.',
  by: isEditorOfAgency,
  on: onAny('Plan'),
  errors: { NOT_FOUND: true },
  input: CopyPlanInput,
  payload: PlanPayload,
  work: async (input, { db }) => {
    const source = await db.plan.findUnique({
      where: { id: input.planId.id },
      include: { statements: { select: { kind: true, sortOrder: true, textTh: true, textEn: true } } },
    });
    if (!source) throw notFound('planId');
    const { agencyId, frameworkId, statements } = source;
    const { fiscalYearFrom, fiscalYearTo } = input;
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn, { max: NAME_MAX });
    checkPeriod(check, fiscalYearFrom, fiscalYearTo);
    check.refuse();
    const plan = await db.plan.create({
      data: { agencyId, frameworkId, copiedFromId: source.id, titleTh, titleEn, fiscalYearFrom, fiscalYearTo },
      select: { id: true, agencyId: true, fiscalYearFrom: true, fiscalYearTo: true },
    });
    await db.planStatement.createMany({ data: statements.map((each) => ({ ...each, agencyId, planId: plan.id })) });
    await copyProjects(db, { planId: source.id, status: { not: 'CANCELLED' } }, source, plan);
    return { id: plan.id };
  },
});
