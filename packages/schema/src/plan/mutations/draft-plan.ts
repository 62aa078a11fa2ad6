import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { PlanPayload } from '../plan.payload.ts';
import { checkPeriod, PlanStatementInput, replaceStatements, statementsOf } from '../plan-content.ts';

const DraftPlanInput = builder.inputType('DraftPlanInput', {
  description: 'แผนใหม่ · A new plan.',
  fields: (t) => ({
    titleTh: t.string({
      required: true,
      description: 'ชื่อแผนภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.',
    }),
    titleEn: t.string({ description: 'ชื่อแผนภาษาอังกฤษ · Title in English.' }),
    fiscalYearFrom: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณแรก · First fiscal year.' }),
    fiscalYearTo: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณสุดท้าย ไม่เกิน 10 ปี · Last fiscal year; a plan runs for 1 to 10.',
    }),
    announcedOn: t.field({
      type: 'Date',
      description:
        'วันที่ประกาศใช้แผน การเผยแพร่ใช้วันที่ของประกาศ · Date of its announcement; publishing it takes the date of the announcement given then.',
    }),
    frameworkVersion: t.string({
      description:
        'รุ่นของกรอบแผน ไม่ระบุ = รุ่นใหม่สุดที่เริ่มแล้วในปีแรก · Framework; the newest that has begun by the first year when absent.',
    }),
    statements: t.field({
      type: [PlanStatementInput],
      description:
        'วัตถุประสงค์ เป้าหมาย และประโยชน์ ตามลำดับ (ไม่เกิน 100) · Objectives, goals and benefits, in order; at most 100.',
    }),
  }),
});

async function frameworkFor(db: ScopedDb, version: string | null | undefined, fiscalYear: number): Promise<string> {
  const frameworks = await db.framework.findMany({
    ...(version ? { where: { version } } : {}),
    orderBy: { fiscalYearFrom: 'desc' },
    select: { id: true, fiscalYearFrom: true },
  });
  const framework = frameworks.find(({ fiscalYearFrom }) => fiscalYearFrom <= fiscalYear) ?? frameworks.at(-1);
  if (!framework) throw notFound('frameworkVersion');
  return framework.id;
}

act({
  name: 'draftPlan',
  description: 'ร่างแผนใหม่ของหน่วยงาน · Drafts a new plan of the agency.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: 'ไม่มีกรอบแผนนั้น · no such framework' },
  input: DraftPlanInput,
  payload: PlanPayload,
  work: async (input, { db, agencyId }) => {
    const { fiscalYearFrom, fiscalYearTo, announcedOn } = input;
    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn, { max: NAME_MAX });
    checkPeriod(check, fiscalYearFrom, fiscalYearTo);
    check.notInFuture('announcedOn', announcedOn);
    const statements = statementsOf(check, input.statements);
    check.refuse();
    const frameworkId = await frameworkFor(db, input.frameworkVersion, fiscalYearFrom);
    const plan = await db.plan.create({
      data: { agencyId, frameworkId, titleTh, titleEn, fiscalYearFrom, fiscalYearTo, announcedOn },
      select: { id: true, agencyId: true },
    });
    await replaceStatements(db, plan, statements);
    return { id: plan.id };
  },
});
