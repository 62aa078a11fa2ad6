import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { Plan } from '../../plan/plan.type.ts';
import { beginReport, checkEnded, checkPeriodLeft, checkRoom } from '../begin-report.ts';
import { lockPlanInForce } from '../lock-plan.ts';
import { YearReportKind } from '../report.enums.ts';
import { YearReportPayload } from '../report.payload.ts';
import { onPlanToReport } from '../report-standing.ts';
import { takenProgress } from '../taken-progress.ts';
import { writeItems } from '../write-items.ts';

const DraftPlanReportInput = builder.inputType('DraftPlanReportInput', {
  description: 'รายงานผลตามแผนของรอบหนึ่ง · A report on a plan for a period.',
  fields: (t) => ({
    planId: t.globalID({
      for: Plan,
      required: true,
      description: 'แผนที่ได้รับความเห็นชอบแล้ว · A plan that is in force.',
    }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณของแผน · A fiscal year of the plan.',
    }),
    kind: t.field({
      type: YearReportKind,
      required: true,
      description: 'รอบ 6 เดือนหรือ 12 เดือนที่สิ้นสุดแล้ว · SIX_MONTHS or TWELVE_MONTHS, once the period has ended.',
    }),
  }),
});

act({
  name: 'draftPlanReport',
  description:
    'ร่างรายงานผลตามแผนรอบ 6 หรือ 12 เดือน โดยนำผลจากรายงานความก้าวหน้ารายไตรมาสของแต่ละโครงการมาให้ แล้วแก้ไขต่อได้ · Drafts the report on a plan after six or twelve months, with what was reported of each project by quarter and the values of its indicators; each item names its source, and is edited from there.',
  by: isEditorOfAgency,
  on: onPlanToReport,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT:
      'รอบยังไม่สิ้นสุด ปีไม่อยู่ในแผน มีรายงานของรอบนี้หรือของทุกรอบที่สิ้นสุดแล้ว หรือมีโครงการมากกว่าที่รายงานรับได้ · period not over, year not of the plan, a report on it or on every period that has ended already, more projects than a report holds',
    ILLEGAL_TRANSITION: 'แผนไม่เคยได้รับความเห็นชอบ หรือปิดแล้ว · plan never approved, or closed',
  },
  input: DraftPlanReportInput,
  payload: YearReportPayload,
  work: async ({ planId: { id: planId }, fiscalYear, kind }, tx) => {
    const plan = await lockPlanInForce(tx, planId, 'planId');
    const reported = await tx.db.yearReport.findMany({ where: { planId }, select: { kind: true, fiscalYear: true } });
    const check = new Check();
    checkPeriodLeft(check, 'planId', plan, reported);
    if (kind === 'BRIBERY_RISKS')
      check.add(
        'kind',
        'รายงานความเสี่ยงการรับสินบนร่างจากทะเบียนความเสี่ยง',
        'A report on bribery risks is drafted from a register: draftBriberyReport.',
      );
    if (fiscalYear < plan.fiscalYearFrom || fiscalYear > plan.fiscalYearTo)
      check.add(
        'fiscalYear',
        `แผนไม่ครอบคลุมปีงบประมาณ ${fiscalYear}`,
        `The plan does not cover fiscal year ${fiscalYear}.`,
      );
    checkEnded(check, 'kind', kind, fiscalYear);
    check.refuse();
    const taken = await takenProgress(tx.db, { planId, status: { not: 'CANCELLED' } }, { kind, fiscalYear });
    checkRoom(check, 'planId', taken.length);
    check.refuse();
    const id = await beginReport(tx, 'kind', { kind, fiscalYear, planId });
    await writeItems(tx, id, taken);
    return { id };
  },
});
