import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { UnitKind } from '../agency.enums.ts';
import { CODE_MAX, Unit } from '../agency.type.ts';
import { lockUnits } from '../structure-lock.ts';
import { type UnitKindName, unbearable } from '../unit-duty.logic.ts';
import { isBeneath } from '../unit-tree.logic.ts';

const code = `รหัส ไม่ซ้ำในหน่วยงาน ไม่เกิน ${CODE_MAX} ตัวอักษร · Code, unique in the agency; at most ${CODE_MAX} characters`;
const nameTh = 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters';
const nameEn = 'ชื่อภาษาอังกฤษ · Name in English, at most 500 characters';
const parent = 'ส่วนราชการภายในที่อยู่เหนือขึ้นไป · The unit above, of the same agency';

const AddUnitInput = builder.inputType('AddUnitInput', {
  description: 'ส่วนราชการภายในใหม่ · A new unit of the agency.',
  fields: (t) => ({
    code: t.string({ required: true, description: `${code}.` }),
    nameTh: t.string({ required: true, description: `${nameTh}.` }),
    nameEn: t.string({ description: `${nameEn}.` }),
    kind: t.field({ type: UnitKind, description: 'ชนิด ไม่ระบุ = ส่วนราชการภายใน · Kind; DIVISION when absent.' }),
    parentId: t.globalID({ for: Unit, description: `${parent}; none for a unit at the top.` }),
  }),
});

const EditUnitInput = builder.inputType('EditUnitInput', {
  description: 'การแก้ไขส่วนราชการภายใน ช่องที่ไม่ระบุคงเดิม · A change of a unit; what is absent stays as it is.',
  fields: (t) => ({
    unitId: t.globalID({ for: Unit, required: true, description: 'ส่วนราชการภายในที่แก้ไข · The unit.' }),
    ...atVersion(t, 'unit'),
    code: t.string({ description: `${code}.` }),
    nameTh: t.string({ description: `${nameTh}.` }),
    nameEn: t.string({ description: `${nameEn}; null empties it.` }),
    kind: t.field({ type: UnitKind, description: 'ชนิด · Kind.' }),
    parentId: t.globalID({ for: Unit, description: `${parent}, and not beneath this one; null moves it to the top.` }),
  }),
});

const UnitPayload = builder.objectRef<{ unitId: string }>('UnitPayload').implement({
  description: 'ส่วนราชการภายในหลังการเปลี่ยนแปลง · The unit after the change.',
  fields: (t) => ({
    unit: t.prismaField({
      type: Unit,
      description: 'ส่วนราชการภายใน · The unit.',
      resolve: (query, { unitId }, _args, context) =>
        agencyDb(context).unit.findUniqueOrThrow({ ...query, where: { id: unitId } }),
    }),
  }),
});

/** Says so when another unit of the agency has the code. */
async function checkCode(
  { db }: ActTransaction,
  check: Check,
  wanted: string | undefined,
  ownId?: string,
): Promise<void> {
  if (wanted && (await db.unit.findFirst({ where: { code: wanted, id: { not: ownId } }, select: { id: true } })))
    check.add('code', `มีส่วนราชการภายในรหัส ${wanted} อยู่แล้ว`, `Another unit has the code ${wanted}.`);
}

async function requireUnit({ db }: ActTransaction, field: string, id: string): Promise<void> {
  if (!(await db.unit.findUnique({ where: { id }, select: { id: true } }))) throw notFound(field);
}

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
  name: 'addUnit',
  bulk: 'addUnits',
  description: `เพิ่มส่วนราชการภายใน · Adds a unit to the agency.`,
  by: isAdministratorOfAgency,
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

act({
  name: 'editUnit',
  bulk: 'editUnits',
  description: `แก้ไขส่วนราชการภายใน รวมถึงย้ายไปอยู่ใต้ส่วนราชการอื่น · Edits a unit, or moves it under another.`,
  by: isAdministratorOfAgency,
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
