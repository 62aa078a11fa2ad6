import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { plannedContentOf, plannedFields, requireResponsible } from '../internal-audit.inputs.ts';
import { problemsOfPlan } from '../internal-audit.logic.ts';
import { InternalAuditPayload } from '../internal-audit.payload.ts';

const PlanInternalAuditInput = builder.inputType('PlanInternalAuditInput', {
  description: 'การตรวจสอบภายในที่วางแผนไว้ · An audit for the plan of a year.',
  fields: (t) => ({
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณของแผน · Fiscal year of the plan.',
    }),
    topicTh: t.string({
      required: true,
      description: 'เรื่องที่ตรวจ ภาษาไทย ไม่เกิน 500 ตัวอักษร · What is audited, in Thai; at most 500 characters.',
    }),
    plannedMonth: t.field({
      type: 'Date',
      required: true,
      description: 'เดือนที่วางแผน วันแรกของเดือน · Month for which it is planned, by its first day; in the fiscal year.',
    }),
    ...plannedFields(t),
  }),
});

act({
  name: 'planInternalAudit',
  bulk: 'planInternalAudits',
  description: 'เพิ่มการตรวจสอบภายในในแผนของปี เป็นร่าง · Adds an internal audit to the plan of a year, as a draft.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: PlanInternalAuditInput,
  payload: InternalAuditPayload,
  work: async ({ fiscalYear, plannedMonth, ...input }, { db, agencyId }) => {
    const check = new Check();
    const topicTh = check.text('topicTh', input.topicTh, { max: NAME_MAX });
    const content = plannedContentOf(check, input);
    check.include(problemsOfPlan({ fiscalYear, plannedMonth }));
    check.refuse();
    await requireResponsible(db, { unitId: content.unitId });
    return db.internalAudit.create({
      data: { ...content, agencyId, fiscalYear, topicTh, plannedMonth },
      select: { id: true },
    });
  },
});
