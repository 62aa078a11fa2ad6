import { isEditorOfAgency } from '../../access/access.rules.ts';
import { copiedRow } from '../../base/copied-row.logic.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { orderHeader } from '../orders/order.inputs.ts';
import { DelegationOrderPayload } from '../orders/order.payload.ts';
import { DelegationOrder } from '../orders/order.type.ts';
import { checkFreeNumber, orderNoOf, yearOf } from '../orders/order-number.ts';
import { replaceLines } from '../orders/order-parts.ts';

const CopyDelegationOrderInput = builder.inputType('CopyDelegationOrderInput', {
  description: 'การคัดลอกคำสั่งเป็นร่างใหม่ · A copy of an order, as a new draft.',
  fields: (t) => ({
    orderId: t.globalID({ for: DelegationOrder, required: true, description: 'คำสั่งต้นแบบ · The order to copy.' }),
    ...orderHeader(t),
    effectiveTo: t.field({ type: 'Date', description: 'มีผลถึงวันที่ · Last day in force; absent while it lasts.' }),
  }),
});

act({
  name: 'copyDelegationOrder',
  description:
    'คัดลอกคำสั่งเป็นร่างใหม่ พร้อมรายการที่ยังไม่ถูกเพิกถอน · Copies an order into a new draft: kind, subject, signer, legal basis and the lines that are not revoked; not its dates, nor what it took back.',
  by: isEditorOfAgency,
  on: onAny('DelegationOrder'),
  errors: { NOT_FOUND: true },
  input: CopyDelegationOrderInput,
  payload: DelegationOrderPayload,
  work: async ({ orderId, ...input }, { db, agencyId }) => {
    const source = await db.delegationOrder.findUnique({
      where: { id: orderId.id },
      select: {
        kind: true,
        titleTh: true,
        legalBasisTh: true,
        signedByPositionId: true,
        powers: { where: { revokedOn: null }, orderBy: { lineNo: 'asc' } },
      },
    });
    if (!source) throw notFound('orderId');
    const { powers, ...columns } = source;
    const { effectiveFrom, effectiveTo } = input;
    const check = new Check();
    const orderNo = orderNoOf(check, input.orderNo);
    const year = yearOf(check, input.year, null);
    check.inOrder('effectiveFrom', effectiveFrom, 'effectiveTo', effectiveTo);
    await checkFreeNumber(db, check, { orderNo, year });
    check.refuse();
    const { id } = await db.delegationOrder.create({
      data: { ...columns, agencyId, orderNo, year, effectiveFrom, effectiveTo },
      select: { id: true },
    });
    const lines = powers.map((line, index) => ({
      ...copiedRow(line, 'orderId', 'revokedOn', 'revokedByOrderId'),
      lineNo: index + 1,
    }));
    await replaceLines(db, { id, agencyId }, lines);
    return { id };
  },
});
