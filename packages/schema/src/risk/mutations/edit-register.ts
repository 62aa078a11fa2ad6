import { act } from '../../core/act.ts';
import { builder } from '../../core/builder.ts';
import { Check } from '../../core/check.ts';
import { notFound } from '../../core/errors.ts';
import { writtenAt } from '../../lifecycle/lifecycle.logic.ts';
import { requireWritten } from '../../lifecycle/record-state.ts';
import { RiskMethod } from '../../method/method.type.ts';
import { claim } from '../../tenancy/write.ts';
import { RiskRegisterPayload } from '../register.acts.ts';
import { RiskRegister } from '../register.type.ts';
import { registerMethod } from './register-method.ts';

const EditInput = builder.inputType('EditRiskRegisterInput', {
  description: 'การแก้ไขทะเบียนความเสี่ยง · Changes of a draft risk register; what is absent stays.',
  fields: (t) => ({
    id: t.globalID({ for: RiskRegister, required: true, description: 'ทะเบียน · The register.' }),
    expectedVersion: t.int({
      required: true,
      description: 'รุ่นที่ผู้ใช้เห็น · `version` of the register as the user saw it; CONFLICT when it has changed since.',
    }),
    methodId: t.globalID({
      for: RiskMethod,
      description:
        'วิธีประเมิน เปลี่ยนได้ขณะยังไม่มีการประเมินตามวิธีอื่น · Method version; it changes only while no risk was assessed under another one.',
    }),
  }),
});

act({
  name: 'editRiskRegister',
  description:
    'แก้ไขทะเบียนความเสี่ยงที่เป็นร่าง · Edits a draft risk register. For editors and approvers of the agency. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, INVALID_INPUT, ILLEGAL_TRANSITION.',
  input: EditInput,
  payload: RiskRegisterPayload,
  work: async ({ id: { id }, expectedVersion, ...input }, { db, hold, claimHeading }) => {
    const register = await db.riskRegister.findUnique({
      where: { id },
      select: { status: true, fiscalYear: true, methodId: true },
    });
    if (!register) throw notFound('id');
    requireWritten(register);
    const check = new Check();
    const named = check.required('methodId', input.methodId)?.id ?? register.methodId ?? undefined;
    const methodId = await registerMethod(db, check, register.fiscalYear, named);
    check.refuse();
    // Claimed before the assessments are looked at: an assessment under way holds the register, and is waited for.
    claimHeading('RiskRegister', id, expectedVersion);
    await claim(
      db.riskRegister.updateMany({
        where: { id, status: { in: writtenAt } },
        data: { methodId, version: { increment: 1 } },
      }),
    );
    hold('RiskRegister', id);
    if (
      await db.assessment.findFirst({
        where: { risk: { registerId: id }, methodId: { not: methodId } },
        select: { id: true },
      })
    ) {
      check.add(
        'methodId',
        'มีความเสี่ยงที่ประเมินตามวิธีอื่นแล้ว กรุณาใช้วิธีเดิมต่อไป',
        'Risks of the register were assessed under another method: keep that one.',
      );
    }
    check.refuse();
    return { id };
  },
});
