import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { UnitKind } from '../agency.enums.ts';
import { CODE_MAX, Unit } from '../agency.type.ts';
import { lockUnits } from '../structure-lock.ts';
import { fieldTexts } from '../unit.inputs.ts';
import { UnitPayload } from '../unit.payload.ts';
import { checkCode, requireUnit } from '../unit-checks.ts';
import { type UnitKindName, unbearable } from '../unit-duty.logic.ts';
import { isBeneath } from '../unit-tree.logic.ts';

const EditUnitInput = builder.inputType('EditUnitInput', {
  description: 'การแก้ไขส่วนราชการภายใน ช่องที่ไม่ระบุคงเดิม · A change of a unit; what is absent stays as it is.',
  fields: (t) => ({
    unitId: t.globalID({ for: Unit, required: true, description: 'ส่วนราชการภายในที่แก้ไข · The unit.' }),
    ...atVersion(t, 'unit'),
    code: t.string({ description: `${fieldTexts.code}.` }),
    nameTh: t.string({ description: `${fieldTexts.nameTh}.` }),
    nameEn: t.string({ description: `${fieldTexts.nameEn}; null empties it.` }),
    kind: t.field({ type: UnitKind, description: 'ชนิด · Kind.' }),
    parentId: t.globalID({
      for: Unit,
      description: `${fieldTexts.parent}, and not beneath this one; null moves it to the top.`,
    }),
  }),
});

/** A unit does not become of a kind that could not bear what it has. */
async function checkKind(
  { db }: ActTransaction,
  check: Check,
  id: string,
  kind: UnitKindName | undefined,
): Promise<void> {
  if (!kind) return;
  const select = { _count: { select: { risks: true, mitigations: true, projectUnits: true, positions: true } } };
  const unit = await db.unit.findUniqueOrThrow({ where: { id }, select });
  const { risks, mitigations, projectUnits, positions } = unit._count;
  for (const { th, en } of unbearable(kind, {
    RISK: risks,
    MITIGATION: mitigations,
    PROJECT: projectUnits,
    POSITION: positions,
  }))
    check.add('kind', th, en);
}

act({
  name: 'editUnit',
  bulk: 'editUnits',
  description: `แก้ไขส่วนราชการภายใน รวมถึงย้ายไปอยู่ใต้ส่วนราชการอื่น · Edits a unit, or moves it under another.`,
  by: isAdministratorOfAgency,
  on: onAny('Unit'),
  errors: { NOT_FOUND: true, INVALID_INPUT: 'ส่วนราชการจะไปอยู่ใต้ตนเอง · also when it would lie beneath itself' },
  input: EditUnitInput,
  payload: UnitPayload,
  work: async ({ unitId: { id }, expectedVersion, parentId: parentRef, ...input }, tx) => {
    const { db } = tx;
    await requireUnit(tx, 'unitId', id);
    const parentId = parentRef === null ? null : parentRef?.id;
    if (parentId) await requireUnit(tx, 'parentId', parentId);
    const check = new Check();
    const data = {
      code: check.text('code', input.code, { max: CODE_MAX }),
      nameTh: check.text('nameTh', input.nameTh, { max: NAME_MAX }),
      nameEn: check.optionalText('nameEn', input.nameEn, { max: NAME_MAX }),
      kind: input.kind ?? undefined,
      parentId,
    };
    await checkCode(tx, check, data.code, id);
    await checkKind(tx, check, id, data.kind);
    if (parentId) {
      lockUnits(tx);
      if (isBeneath(await db.unit.findMany({ select: { id: true, parentId: true } }), parentId, id))
        check.add('parentId', 'ส่วนราชการภายในจะอยู่ใต้ตนเองไม่ได้', 'A unit cannot lie beneath itself.');
    }
    check.refuse();
    await requireVersion(
      db.unit.updateMany({ where: { id, version: expectedVersion }, data: { ...data, version: { increment: 1 } } }),
    );
    return { unitId: id };
  },
});
