import { isCityAdministrator } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { ItaRuleSetPayload } from '../rule-set.payload.ts';

const CompleteItaRuleSetInput = builder.inputType('CompleteItaRuleSetInput', {
  description: 'การยืนยันว่าชุดเกณฑ์บันทึกไว้ครบ · That all that the source states of a rule set is recorded.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'รหัสชุดเกณฑ์ · Code of the rule set.' }),
    reason: t.string({
      required: true,
      description:
        'สิ่งที่ใช้ตรวจว่าครบ เก็บไว้ในประวัติการแก้ไข ไม่เกิน 4,000 ตัวอักษร · By what it was found to be complete; kept in the audit trail, at most 4,000 characters.',
    }),
  }),
});

const ruleSets = statesOf('ItaRuleSet', (db, ids) =>
  db.itaRuleSet.findMany({ where: { id: { in: ids } }, select: { id: true, completeness: true } }),
);

function requirePartial({ completeness }: { readonly completeness: string }): void {
  if (completeness === 'COMPLETE')
    throw illegalTransition('COMPLETE', 'ชุดเกณฑ์นี้บันทึกไว้ครบแล้ว', 'The rule set is complete already.');
}

act({
  name: 'completeItaRuleSet',
  description:
    'บันทึกว่าชุดเกณฑ์ครบตามแหล่งที่มาแล้ว · Says that all that the source states of a rule set is recorded, and by what that was found.',
  by: isCityAdministrator,
  on: onWhen(ruleSets, requirePartial),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'บันทึกไว้แล้ว · it was said before' },
  input: CompleteItaRuleSetInput,
  payload: ItaRuleSetPayload,
  reason: ({ reason }) => reason,
  work: async ({ code, ...input }, { db }) => {
    const check = new Check();
    check.text('reason', input.reason, { max: TEXT_MAX });
    check.refuse();
    const ruleSet = await db.itaRuleSet.findUnique({ where: { code }, select: { id: true, completeness: true } });
    if (!ruleSet) throw notFound('code');
    requirePartial(ruleSet);
    const { id } = ruleSet;
    await requireVersion(
      db.itaRuleSet.updateMany({ where: { id, completeness: 'PARTIAL' }, data: { completeness: 'COMPLETE' } }),
    );
    return { id };
  },
});
