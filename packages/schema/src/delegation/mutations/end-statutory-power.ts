import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { illegalTransition, notFound } from '../../base/errors.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { StatutoryPower } from '../orders/power.type.ts';
import { StatutoryPowerPayload } from '../orders/statutory-power.payload.ts';

const EndInput = builder.inputType('EndStatutoryPowerInput', {
  description: 'การสิ้นสุดของอำนาจตามกฎหมาย · The end of a statutory power; what was held before stays on record.',
  fields: (t) => ({
    powerId: t.globalID({ for: StatutoryPower, required: true, description: 'อำนาจ · The power.' }),
    ...atVersion(t, 'power'),
    validTo: t.field({ type: 'Date', required: true, description: 'ใช้ถึงวันที่ · Last day on which it is held.' }),
  }),
});

const states = statesOf('StatutoryPower', (db, ids) =>
  db.statutoryPower.findMany({ where: { id: { in: ids } }, select: { id: true, validTo: true } }),
);

function requireLasting({ validTo }: { readonly validTo: Date | null }): void {
  if (validTo && validTo < todayInBangkok())
    throw illegalTransition('ENDED', 'อำนาจนี้สิ้นสุดไปแล้ว', 'The power has ended: declare a new one if it is held again.');
}

act({
  name: 'endStatutoryPower',
  description: 'กำหนดวันสุดท้ายของอำนาจตามกฎหมาย · Sets the last day of a statutory power.',
  by: isAdministratorOfAgency,
  on: onWhen(states, requireLasting),
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: 'สิ้นสุดไปแล้ว · it has ended already' },
  input: EndInput,
  payload: StatutoryPowerPayload,
  work: async ({ powerId: { id }, expectedVersion, validTo }, { db }) => {
    const power = await db.statutoryPower.findUnique({ where: { id }, select: { validFrom: true, validTo: true } });
    if (!power) throw notFound('powerId');
    requireLasting(power);
    const check = new Check();
    check.inOrder('validFrom', power.validFrom, 'validTo', validTo);
    check.refuse();
    await requireVersion(
      db.statutoryPower.updateMany({
        where: { id, version: expectedVersion },
        data: { validTo, version: { increment: 1 } },
      }),
    );
    return { powerId: id };
  },
});
