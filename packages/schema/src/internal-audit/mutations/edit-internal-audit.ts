import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { onWrittenEntry } from '../../entry/entry-standing.ts';
import { entryNotWritten, requireEntryWritten } from '../../entry/entry-state.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { plannedContentOf, plannedFields, requireResponsible } from '../internal-audit.inputs.ts';
import { problemsOfPlan } from '../internal-audit.logic.ts';
import { InternalAuditPayload } from '../internal-audit.payload.ts';
import { InternalAudit } from '../internal-audit.type.ts';

const EditInternalAuditInput = builder.inputType('EditInternalAuditInput', {
  description:
    'การแก้ไขการตรวจสอบภายใน ช่องที่ไม่ระบุคงเดิม · A change of an internal audit; what is absent stays, null empties.',
  fields: (t) => ({
    auditId: t.globalID({ for: InternalAudit, required: true, description: 'การตรวจสอบภายใน · The internal audit.' }),
    ...atVersion(t, 'internal audit'),
    fiscalYear: t.field({ type: 'FiscalYear', description: 'ปีงบประมาณของแผน · Fiscal year of the plan.' }),
    topicTh: t.string({
      description: 'เรื่องที่ตรวจ ภาษาไทย ไม่เกิน 500 ตัวอักษร · What is audited, in Thai; at most 500 characters.',
    }),
    plannedMonth: t.field({
      type: 'Date',
      description: 'เดือนที่วางแผน วันแรกของเดือน · Month for which it is planned, by its first day.',
    }),
    ...plannedFields(t),
  }),
});

act({
  name: 'editInternalAudit',
  description:
    'แก้ไขการตรวจสอบภายในที่เป็นร่างหรือเปิดแก้ไข · Edits an internal audit while it is a draft or opened to be corrected.',
  by: isEditorOfAgency,
  on: onWrittenEntry('InternalAudit'),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: entryNotWritten },
  input: EditInternalAuditInput,
  payload: InternalAuditPayload,
  work: async ({ auditId: { id }, expectedVersion, ...input }, tx) => {
    const { db } = tx;
    const before = await db.internalAudit.findUnique({ where: { id } });
    if (!before) throw notFound('auditId');
    requireEntryWritten(before.status);
    const check = new Check();
    const data = {
      ...plannedContentOf(check, input),
      topicTh: check.text('topicTh', input.topicTh, { max: NAME_MAX }),
      fiscalYear: check.required('fiscalYear', input.fiscalYear),
      plannedMonth: check.required('plannedMonth', input.plannedMonth),
    };
    const { fiscalYear = before.fiscalYear, plannedMonth = before.plannedMonth } = data;
    check.include(problemsOfPlan({ fiscalYear, plannedMonth }));
    check.refuse();
    await requireResponsible(db, { unitId: data.unitId });
    await requireVersion(
      db.internalAudit.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    tx.markChanged(before.agencyId, 'InternalAudit', id);
    return { id };
  },
});
