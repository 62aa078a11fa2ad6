import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { Check, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { idOf } from '../../graphql/inputs/references.ts';
import { writtenAt } from '../../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { RiskMethod } from '../../method/method.type.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { RiskRegisterPayload } from '../register.payload.ts';
import { RiskRegister } from '../register.type.ts';
import { committeeField, requireCommittee } from '../register-committee.ts';
import { registerMethod } from '../register-method.ts';
import { ItaArea } from '../risk.enums.ts';
import { onWrittenRegister } from '../risk-standing.ts';
import { areasOfForm } from '../submission.logic.ts';
import type { ItaAreaName } from '../submitted-register.logic.ts';

const AreaWithoutRiskInput = builder.inputType('AreaWithoutRiskInput', {
  description: 'ด้านที่ไม่มีความเสี่ยง พร้อมเหตุผล · That there is no risk in an area of the bribery form, and why.',
  fields: (t) => ({
    area: t.field({ type: ItaArea, required: true, description: 'ด้าน · The area.' }),
    reasonTh: t.string({ required: true, description: 'เหตุผล ไม่เกิน 4,000 ตัวอักษร · Why, at most 4,000 characters.' }),
  }),
});

const EditInput = builder.inputType('EditRiskRegisterInput', {
  description: 'การแก้ไขทะเบียนความเสี่ยง · Changes of a risk register; what is absent stays.',
  fields: (t) => ({
    id: t.globalID({ for: RiskRegister, required: true, description: 'ทะเบียน · The register.' }),
    ...atVersion(t, 'register'),
    methodId: t.globalID({
      for: RiskMethod,
      description:
        'วิธีประเมิน เปลี่ยนได้ขณะยังไม่มีการประเมินตามวิธีอื่น · Method version; it changes only while no risk was assessed under another one.',
    }),
    ...committeeField(t),
    areasWithoutRisk: t.field({
      type: [AreaWithoutRiskInput],
      description:
        'ด้านของแบบประเมินความเสี่ยงการรับสินบนที่ไม่มีความเสี่ยง ทั้งรายการ · Areas of the bribery form without a risk, as the whole list; each area has a risk or a reason before the register is submitted.',
    }),
  }),
});

act({
  name: 'editRiskRegister',
  description: `แก้ไขทะเบียนความเสี่ยง ${whileWritten.th} · Edits a risk register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenRegister,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.register },
  input: EditInput,
  payload: RiskRegisterPayload,
  work: async ({ id: { id }, expectedVersion, ...input }, { db, agencyId, lockShared, requireHeadingVersion }) => {
    const register = await db.riskRegister.findUnique({
      where: { id },
      select: { status: true, fiscalYear: true, methodId: true },
    });
    if (!register) throw notFound('id');
    requireWritten(register);
    const check = new Check();
    const areas = areasOf(check, input.areasWithoutRisk);
    const named = check.required('methodId', input.methodId)?.id;
    const methodId = named ? await registerMethod(db, check, register.fiscalYear, named) : register.methodId;
    check.refuse();
    const committeeId = idOf(input.committeeId);
    await requireCommittee(db, committeeId);
    // Locked before the assessments are read: an assessment under way locks the register, and is waited for.
    requireHeadingVersion('RiskRegister', id, expectedVersion);
    await requireVersion(
      db.riskRegister.updateMany({
        where: { id, status: { in: writtenAt } },
        data: { methodId, committeeId, version: { increment: 1 } },
      }),
    );
    lockShared('RiskRegister', id);
    if (areas) {
      await db.areaWithoutRisk.deleteMany({ where: { registerId: id } });
      await db.areaWithoutRisk.createMany({ data: areas.map((each) => ({ ...each, agencyId, registerId: id })) });
    }
    if (
      named &&
      (await db.assessment.findFirst({
        where: { risk: { registerId: id }, methodId: { not: named } },
        select: { id: true },
      }))
    ) {
      check.add(
        'methodId',
        'มีความเสี่ยงที่ประเมินตามวิธีอื่นแล้ว โปรดใช้วิธีเดิมต่อไป',
        'Risks of the register were assessed under another method: keep that one.',
      );
    }
    check.refuse();
    return { id };
  },
});

type Answered = readonly { readonly area: ItaAreaName; readonly reasonTh: string }[];

/** The list, with each area once; undefined leaves it unchanged, null empties it. */
function areasOf(check: Check, given: Answered | null | undefined) {
  if (given && new Set(given.map(({ area }) => area)).size < given.length)
    check.add('areasWithoutRisk', 'ระบุแต่ละด้านได้ครั้งเดียว', 'Name each area once.');
  return check.list('areasWithoutRisk', given, areasOfForm.length)?.map(({ area, reasonTh }, index) => ({
    area,
    reasonTh: check.at(`areasWithoutRisk[${index}]`).text('reasonTh', reasonTh, { max: TEXT_MAX }),
  }));
}
