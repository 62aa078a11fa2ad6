import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { CODE_MAX, Position, Unit } from '../agency.type.ts';
import { fieldTexts } from '../position.inputs.ts';
import { PositionPayload } from '../position.payload.ts';
import { checkOthers, requireUnit } from '../position-checks.ts';

const EditPositionInput = builder.inputType('EditPositionInput', {
  description: 'การแก้ไขตำแหน่ง ช่องที่ไม่ระบุคงเดิม · A change of a position; what is absent stays as it is.',
  fields: (t) => ({
    positionId: t.globalID({ for: Position, required: true, description: 'ตำแหน่งที่แก้ไข · The position.' }),
    ...atVersion(t, 'position'),
    code: t.string({ description: fieldTexts.code }),
    titleTh: t.string({ description: fieldTexts.titleTh }),
    titleEn: t.string({ description: `${fieldTexts.titleEn}; null empties it.` }),
    unitId: t.globalID({ for: Unit, description: `${fieldTexts.unit}; null for none.` }),
    isHead: t.boolean({ description: fieldTexts.isHead }),
  }),
});

act({
  name: 'editPosition',
  bulk: 'editPositions',
  description: `แก้ไขตำแหน่ง · Edits a position.`,
  by: isAdministratorOfAgency,
  on: onAny('Position'),
  errors: { NOT_FOUND: true },
  input: EditPositionInput,
  payload: PositionPayload,
  work: async ({ positionId: { id }, expectedVersion, unitId: unitRef, ...input }, tx) => {
    const { db } = tx;
    if (!(await db.position.findUnique({ where: { id }, select: { id: true } }))) throw notFound('positionId');
    const check = new Check();
    const data = {
      code: check.text('code', input.code, { max: CODE_MAX }),
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      titleEn: check.optionalText('titleEn', input.titleEn, { max: NAME_MAX }),
      unitId: unitRef === null ? null : unitRef?.id,
      isHead: check.required('isHead', input.isHead),
    };
    await requireUnit(tx, data.unitId);
    await checkOthers(tx, check, data, id);
    check.refuse();
    await requireVersion(
      db.position.updateMany({ where: { id, version: expectedVersion }, data: { ...data, version: { increment: 1 } } }),
    );
    return { positionId: id };
  },
});
