import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { UnitKind } from '../agency.enums.ts';
import { CODE_MAX, Unit } from '../agency.type.ts';
import { fieldTexts } from '../unit.inputs.ts';
import { UnitPayload } from '../unit.payload.ts';
import { checkCode, requireUnit } from '../unit-checks.ts';

const AddUnitInput = builder.inputType('AddUnitInput', {
  description: 'ส่วนราชการภายในใหม่ · A new unit of the agency.',
  fields: (t) => ({
    code: t.string({ required: true, description: `${fieldTexts.code}.` }),
    nameTh: t.string({ required: true, description: `${fieldTexts.nameTh}.` }),
    nameEn: t.string({ description: `${fieldTexts.nameEn}.` }),
    kind: t.field({ type: UnitKind, description: 'ชนิด ไม่ระบุ = ส่วนราชการภายใน · Kind; DIVISION when absent.' }),
    parentId: t.globalID({ for: Unit, description: `${fieldTexts.parent}; none for a unit at the top.` }),
  }),
});

act({
  name: 'addUnit',
  bulk: 'addUnits',
  description: `เพิ่มส่วนราชการภายใน · Adds a unit to the agency.`,
  by: isAdministratorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: AddUnitInput,
  payload: UnitPayload,
  work: async (input, tx) => {
    const parentId = input.parentId?.id ?? null;
    const check = new Check();
    const data = {
      code: check.text('code', input.code, { max: CODE_MAX }),
      nameTh: check.text('nameTh', input.nameTh, { max: NAME_MAX }),
      nameEn: check.optionalText('nameEn', input.nameEn, { max: NAME_MAX }),
      kind: input.kind ?? undefined,
      parentId,
    };
    await checkCode(tx, check, data.code);
    checkMaxCount(check, 'code', { count: await tx.db.unit.count(), max: most.unitsOfAgency });
    check.refuse();
    if (parentId) await requireUnit(tx, 'parentId', parentId);
    const { id } = await tx.db.unit.create({ data: { ...data, agencyId: tx.agencyId }, select: { id: true } });
    return { unitId: id };
  },
});
