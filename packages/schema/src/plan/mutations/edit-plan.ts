import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { PlanPayload } from '../plan.payload.ts';
import { Plan } from '../plan.type.ts';
import { checkPeriod, PlanStatementInput, replaceStatements, statementsOf } from '../plan-content.ts';
import { onWrittenPlan } from '../plan-standing.ts';
import { lockDraftPlan } from '../plan-state.ts';

const EditPlanInput = builder.inputType('EditPlanInput', {
  description: 'การแก้ไขแผน ไม่ระบุ = คงเดิม · Changes of a plan: what is absent stays, null empties.',
  fields: (t) => ({
    planId: t.globalID({
      for: Plan,
      required: true,
      description: `แผน ${whileWritten.th} · The plan ${whileWritten.en}.`,
    }),
    ...atVersion(t, 'plan'),
    titleTh: t.string({ description: 'ชื่อแผนภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.' }),
    titleEn: t.string({ description: 'ชื่อแผนภาษาอังกฤษ · Title in English.' }),
    fiscalYearFrom: t.field({ type: 'FiscalYear', description: 'ปีงบประมาณแรก · First fiscal year.' }),
    fiscalYearTo: t.field({
      type: 'FiscalYear',
      description: 'ปีงบประมาณสุดท้าย ไม่เกิน 10 ปี · Last fiscal year; a plan runs for 1 to 10.',
    }),
    announcedOn: t.field({
      type: 'Date',
      description:
        'วันที่ประกาศใช้แผน การเผยแพร่ใช้วันที่ของประกาศ · Date of its announcement; publishing it takes the date of the announcement given then.',
    }),
    statements: t.field({
      type: [PlanStatementInput],
      description:
        'วัตถุประสงค์ เป้าหมาย และประโยชน์ทั้งหมด ตามลำดับ · All objectives, goals and benefits, in order; at most 100.',
    }),
  }),
});

act({
  name: 'editPlan',
  description: `แก้ไขแผน ${whileWritten.th} · Edits a plan ${whileWritten.en}. Projects whose years fall outside the new ones are named by \`missing\`.`,
  by: isEditorOfAgency,
  on: onWrittenPlan,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.plan },
  input: EditPlanInput,
  payload: PlanPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const plan = await lockDraftPlan(tx, input.planId.id, 'planId');
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn, { max: NAME_MAX });
    const fiscalYearFrom = check.required('fiscalYearFrom', input.fiscalYearFrom);
    const fiscalYearTo = check.required('fiscalYearTo', input.fiscalYearTo);
    checkPeriod(check, fiscalYearFrom ?? plan.fiscalYearFrom, fiscalYearTo ?? plan.fiscalYearTo);
    check.notInFuture('announcedOn', input.announcedOn);
    const statements = statementsOf(check, input.statements);
    check.refuse();
    tx.requireHeadingVersion('Plan', plan.id, input.expectedVersion);
    await requireVersion(
      db.plan.updateMany({
        where: { id: plan.id },
        data: {
          titleTh,
          titleEn,
          fiscalYearFrom,
          fiscalYearTo,
          announcedOn: input.announcedOn,
          version: { increment: 1 },
        },
      }),
    );
    await replaceStatements(db, plan, statements);
    return { id: plan.id };
  },
});
