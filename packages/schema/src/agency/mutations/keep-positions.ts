import { isAdministratorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { refuseEach, requireOne } from '../../graphql/inputs/references.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { type ActTransaction, requireVersion } from '../../tenancy/act-transaction.ts';
import { agencyDb } from '../../tenancy/tenancy.ts';
import { CODE_MAX, Position, Unit } from '../agency.type.ts';
import { lockPositions } from '../structure-lock.ts';
import { dutyProblem } from '../unit-duty.logic.ts';

const code = `รหัส ไม่ซ้ำในหน่วยงาน ไม่เกิน ${CODE_MAX} ตัวอักษร · Code, unique in the agency; at most ${CODE_MAX} characters.`;
const titleTh = 'ชื่อตำแหน่งภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.';
const titleEn = 'ชื่อตำแหน่งภาษาอังกฤษ · Title in English, at most 500 characters';
const unit = 'ส่วนราชการภายในที่สังกัด · Unit that it belongs to, of the same agency';
const isHead = 'เป็นหัวหน้าหน่วยงาน มีได้ตำแหน่งเดียว · Whether it heads the agency; only one position does.';

const AddPositionInput = builder.inputType('AddPositionInput', {
  description: 'ตำแหน่งใหม่ของหน่วยงาน · A new position of the agency: never a person.',
  fields: (t) => ({
    code: t.string({ required: true, description: code }),
    titleTh: t.string({ required: true, description: titleTh }),
    titleEn: t.string({ description: `${titleEn}.` }),
    unitId: t.globalID({ for: Unit, description: `${unit}; none for a position of the agency as a whole.` }),
    isHead: t.boolean({ required: true, defaultValue: false, description: isHead }),
  }),
});

const EditPositionInput = builder.inputType('EditPositionInput', {
  description: 'การแก้ไขตำแหน่ง ช่องที่ไม่ระบุคงเดิม · A change of a position; what is absent stays as it is.',
  fields: (t) => ({
    positionId: t.globalID({ for: Position, required: true, description: 'ตำแหน่งที่แก้ไข · The position.' }),
    ...atVersion(t, 'position'),
    code: t.string({ description: code }),
    titleTh: t.string({ description: titleTh }),
    titleEn: t.string({ description: `${titleEn}; null empties it.` }),
    unitId: t.globalID({ for: Unit, description: `${unit}; null for none.` }),
    isHead: t.boolean({ description: isHead }),
  }),
});

const PositionPayload = builder.objectRef<{ positionId: string }>('PositionPayload').implement({
  description: 'ตำแหน่งหลังการเปลี่ยนแปลง · The position after the change.',
  fields: (t) => ({
    position: t.prismaField({
      type: Position,
      description: 'ตำแหน่ง · The position.',
      resolve: (query, { positionId }, _args, context) =>
        agencyDb(context).position.findUniqueOrThrow({ ...query, where: { id: positionId } }),
    }),
  }),
});

type Wanted = { readonly code: string | undefined; readonly isHead: boolean | undefined };

/** Says so when another position of the agency has the code, or heads the agency already. */
async function checkOthers(tx: ActTransaction, check: Check, { code, isHead }: Wanted, ownId?: string): Promise<void> {
  const { db } = tx;
  if (code && (await db.position.findFirst({ where: { code, id: { not: ownId } }, select: { id: true } })))
    check.add('code', `มีตำแหน่งรหัส ${code} อยู่แล้ว`, `Another position has the code ${code}.`);
  if (!isHead) return;
  lockPositions(tx);
  const head = await db.position.findFirst({ where: { isHead: true, id: { not: ownId } }, select: { code: true } });
  if (head)
    check.add('isHead', `ตำแหน่ง ${head.code} เป็นหัวหน้าหน่วยงานอยู่แล้ว`, `Position ${head.code} heads the agency already.`);
}

async function requireUnit({ db }: ActTransaction, id: string | null | undefined): Promise<void> {
  await requireOne('unitId', id, async (unitId) => {
    const unit = await db.unit.findUnique({ where: { id: unitId }, select: { id: true, kind: true } });
    if (unit) refuseEach([{ field: 'unitId', kind: unit.kind }], (kind) => dutyProblem(kind, 'POSITION'));
    return unit;
  });
}

act({
  name: 'addPosition',
  bulk: 'addPositions',
  description: `เพิ่มตำแหน่งในหน่วยงาน · Adds a position to the agency.`,
  by: isAdministratorOfAgency,
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

act({
  name: 'editPosition',
  bulk: 'editPositions',
  description: `แก้ไขตำแหน่ง · Edits a position.`,
  by: isAdministratorOfAgency,
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
