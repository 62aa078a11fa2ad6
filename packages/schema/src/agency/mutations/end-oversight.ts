import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { OversightPayload } from '../oversight.payload.ts';
import { Oversight } from '../oversight.type.ts';

const EndInput = builder.inputType('EndOversightInput', {
  description: 'การสิ้นสุดของการกำกับดูแล · The end of an oversight; totals of the years before stay as they were.',
  fields: (t) => ({
    oversightId: t.globalID({ for: Oversight, required: true, description: 'การกำกับดูแล · The oversight.' }),
    ...atVersion(t, 'oversight'),
    validTo: t.field({ type: 'Date', required: true, description: 'ถึงวันที่ · Last day.' }),
  }),
});

act({
  name: 'endOversight',
  description: 'กำหนดวันสุดท้ายของการกำกับดูแล · Sets the last day on which a centre oversees an agency.',
  by: isCityAdministrator,
  on: onAny('Oversight'),
  errors: { NOT_FOUND: true, INVALID_INPUT: 'วันสุดท้ายช้ากว่าเดิมหรืออยู่ก่อนวันเริ่ม · later than it was, or before it began' },
  input: EndInput,
  payload: OversightPayload,
  work: async ({ oversightId: { id }, expectedVersion, validTo }, { db }) => {
    const oversight = await db.oversight.findUnique({ where: { id }, select: { validFrom: true, validTo: true } });
    if (!oversight) throw notFound('oversightId');
    const check = new Check();
    check.inOrder('validFrom', oversight.validFrom, 'validTo', validTo);
    if (oversight.validTo && validTo > oversight.validTo)
      check.add(
        'validTo',
        'กำหนดวันสุดท้ายให้ช้าลงไม่ได้: บันทึกช่วงต่อไปเป็นรายการใหม่',
        'The last day is not moved later: record the days after it anew.',
      );
    check.refuse();
    await requireVersion(
      db.oversight.updateMany({
        where: { id, version: expectedVersion },
        data: { validTo, version: { increment: 1 } },
      }),
    );
    return { id };
  },
});
