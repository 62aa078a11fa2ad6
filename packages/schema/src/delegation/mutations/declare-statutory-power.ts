import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { Position } from '../../agency/agency.type.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { PowerVerb, ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import { StatutoryPowerPayload } from '../orders/statutory-power.payload.ts';

const DeclareInput = builder.inputType('DeclareStatutoryPowerInput', {
  description: 'อำนาจที่ตำแหน่งมีตามกฎหมาย · A power that a position holds by law, without delegation.',
  fields: (t) => ({
    positionId: t.globalID({ for: Position, required: true, description: 'ตำแหน่งที่มีอำนาจ · The position.' }),
    verb: t.field({ type: PowerVerb, required: true, description: 'อำนาจ · What it may do.' }),
    processArea: t.field({ type: ProcessArea, required: true, description: 'กระบวนงาน · Process area.' }),
    ceilingAmount: t.field({
      type: 'Decimal',
      description: 'วงเงิน (บาท) ไม่ระบุ = ไม่จำกัด · Ceiling in baht; none when absent.',
    }),
    basisTh: t.string({
      required: true,
      description:
        'ฐานกฎหมาย เช่น พ.ร.บ. มาตรา ไม่เกิน 4,000 ตัวอักษร · Legal basis (act, section), at most 4,000 characters.',
    }),
    validFrom: t.field({ type: 'Date', required: true, description: 'ใช้ตั้งแต่วันที่ · First day on which it is held.' }),
    validTo: t.field({ type: 'Date', description: 'ใช้ถึงวันที่ · Last day, where it is known.' }),
  }),
});

act({
  name: 'declareStatutoryPower',
  bulk: 'declareStatutoryPowers',
  description:
    'บันทึกอำนาจที่ตำแหน่งมีตามกฎหมาย ซึ่งเป็นต้นทางของการมอบอำนาจ · Declares a power that a position holds by law: what it may then delegate.',
  by: isAdministratorOfAgency,
  on: onAny('Position'),
  errors: { NOT_FOUND: true },
  input: DeclareInput,
  payload: StatutoryPowerPayload,
  work: async ({ positionId: { id: positionId }, verb, processArea, validFrom, validTo, ...input }, tx) => {
    const { db, agencyId } = tx;
    if (!(await db.position.findUnique({ where: { id: positionId }, select: { id: true } })))
      throw notFound('positionId');
    const check = new Check();
    const ceilingAmount = check.amount('ceilingAmount', input.ceilingAmount);
    const basisTh = check.text('basisTh', input.basisTh, { max: TEXT_MAX });
    check.inOrder('validFrom', validFrom, 'validTo', validTo);
    const [ofPosition, ofAgency] = [
      await db.statutoryPower.count({ where: { positionId } }),
      await db.statutoryPower.count(),
    ];
    checkMaxCount(check, 'positionId', { count: ofPosition, max: most.statutoryPowersOfPosition });
    checkMaxCount(check, 'positionId', { count: ofAgency, max: most.statutoryPowersOfAgency });
    check.refuse();
    const { id } = await db.statutoryPower.create({
      data: { agencyId, positionId, verb, processArea, ceilingAmount, basisTh, validFrom, validTo },
      select: { id: true },
    });
    return { powerId: id };
  },
});
