import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { CODE_MAX, Unit } from '../agency.type.ts';
import { fieldTexts } from '../position.inputs.ts';
import { PositionPayload } from '../position.payload.ts';
import { checkOthers, requireUnit } from '../position-checks.ts';

const AddPositionInput = builder.inputType('AddPositionInput', {
  description: 'ตำแหน่งใหม่ของหน่วยงาน · A new position of the agency: never a person.',
  fields: (t) => ({
    code: t.string({ required: true, description: fieldTexts.code }),
    titleTh: t.string({ required: true, description: fieldTexts.titleTh }),
    titleEn: t.string({ description: `${fieldTexts.titleEn}.` }),
    unitId: t.globalID({ for: Unit, description: `${fieldTexts.unit}; none for a position of the agency as a whole.` }),
    isHead: t.boolean({ required: true, defaultValue: false, description: fieldTexts.isHead }),
  }),
});

act({
  name: 'addPosition',
  bulk: 'addPositions',
  description: `เพิ่มตำแหน่งในหน่วยงาน · Adds a position to the agency.`,
  by: isAdministratorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true },
  input: AddPositionInput,
  payload: PositionPayload,
  work: async ({ unitId: unitRef, ...input }, tx) => {
    const check = new Check();
    const data = {
      code: check.text('code', input.code, { max: CODE_MAX }),
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
      unitId: unitRef?.id ?? null,
      isHead: input.isHead,
    };
    await requireUnit(tx, data.unitId);
    await checkOthers(tx, check, data);
    checkMaxCount(check, 'code', { count: await tx.db.position.count(), max: most.positionsOfAgency });
    check.refuse();
    const { id } = await tx.db.position.create({
      data: { ...data, agencyId: tx.agencyId },
      select: { id: true },
    });
    return { positionId: id };
  },
});
