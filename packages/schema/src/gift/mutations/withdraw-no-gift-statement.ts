import { isApproverOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { WithdrawNoGiftStatementPayload } from '../gift.payload.ts';
import { NoGiftStatement } from '../no-gift-statement.type.ts';

const WithdrawInput = builder.inputType('WithdrawNoGiftStatementInput', {
  description: 'การถอนคำแจ้งว่าไม่มี · Withdrawal of a statement that there was no gift.',
  fields: (t) => ({
    statementId: t.globalID({ for: NoGiftStatement, required: true, description: 'คำแจ้ง · The statement.' }),
    ...atVersion(t, 'statement'),
    reason: t.string({
      required: true,
      description: 'เหตุที่ถอน เก็บไว้ในประวัติการแก้ไข · Why it is withdrawn; kept in the audit trail.',
    }),
  }),
});

act({
  name: 'withdrawNoGiftStatement',
  description:
    'ถอนคำแจ้งว่าไม่มี เมื่อพบว่ามีการรับหรือถูกเสนอ · Withdraws the statement that there was no gift, so that one that came to light is reported.',
  by: isApproverOfAgency,
  on: onAny('NoGiftStatement'),
  errors: { NOT_FOUND: true },
  input: WithdrawInput,
  payload: WithdrawNoGiftStatementPayload,
  reason: ({ reason }) => reason,
  removes: ({ statementId }) => statementId,
  work: async ({ statementId: { id }, expectedVersion, reason }, { db, agencyId, markChanged }) => {
    const check = new Check();
    check.text('reason', reason, { max: TEXT_MAX });
    check.refuse();
    if (!(await db.noGiftStatement.findUnique({ where: { id }, select: { id: true } }))) throw notFound('statementId');
    await requireVersion(db.noGiftStatement.deleteMany({ where: { id, version: expectedVersion } }));
    markChanged(agencyId, 'NoGiftStatement', id);
    return { agencyId };
  },
});
