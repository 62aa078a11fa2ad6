import { isKeeperOfTargets } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { onOwnTarget, plainNumbers, requireOwnTarget, targetNumbers } from '../target.inputs.ts';
import { problemsOfTarget } from '../target.logic.ts';
import { IntegrityTargetPayload } from '../target.payload.ts';
import { IntegrityTarget } from '../target.type.ts';

const EditIntegrityTargetInput = builder.inputType('EditIntegrityTargetInput', {
  description: 'การแก้ไขเป้าหมาย ช่องที่ไม่ระบุคงเดิม · A change of a target; what is absent stays, null empties.',
  fields: (t) => ({
    targetId: t.globalID({ for: IntegrityTarget, required: true, description: 'เป้าหมาย · The target.' }),
    ...atVersion(t, 'target'),
    titleTh: t.string({ description: 'ข้อความภาษาไทย · What is to be reached, in Thai.' }),
    titleEn: t.string({ description: 'ข้อความภาษาอังกฤษ · What is to be reached, in English.' }),
    fiscalYearFrom: t.field({ type: 'FiscalYear', description: 'ปีแรก · First year.' }),
    fiscalYearTo: t.field({ type: 'FiscalYear', description: 'ปีสุดท้าย · Last year.' }),
    sourceTh: t.string({ description: 'สิ่งที่กำหนดเป้าหมาย · What sets it, in Thai; at most 4,000 characters.' }),
    ...targetNumbers(t),
    reason: t.string({
      required: true,
      description: 'เหตุที่แก้ไข เก็บไว้ในประวัติการแก้ไข · Why it is changed; kept in the audit trail.',
    }),
  }),
});

const given = <Value extends object>(values: Value) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

act({
  name: 'editIntegrityTarget',
  description: 'แก้ไขเป้าหมายของตนพร้อมเหตุผล · Changes a target of one’s own, for a reason.',
  by: isKeeperOfTargets,
  on: onOwnTarget,
  errors: { NOT_FOUND: true },
  input: EditIntegrityTargetInput,
  payload: IntegrityTargetPayload,
  reason: ({ reason }) => reason,
  work: async ({ targetId: { id }, expectedVersion, reason, ...input }, tx) => {
    const before = await requireOwnTarget(tx, id);
    const check = new Check();
    check.text('reason', reason, { max: TEXT_MAX });
    const data = {
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      titleEn: check.text('titleEn', input.titleEn, { max: NAME_MAX }),
      sourceTh: check.text('sourceTh', input.sourceTh, { max: TEXT_MAX }),
      fiscalYearFrom: check.required('fiscalYearFrom', input.fiscalYearFrom),
      fiscalYearTo: check.required('fiscalYearTo', input.fiscalYearTo),
      leastPoints: input.leastPoints,
      leastSharePercent: input.leastSharePercent,
      rankAtMost: input.rankAtMost,
    };
    const after = { ...before, ...given(data) };
    check.include(problemsOfTarget({ ...after, ...plainNumbers(after) }));
    check.refuse();
    await requireVersion(
      tx.db.integrityTarget.updateMany({
        where: { id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      }),
    );
    return { id };
  },
});
