import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { idOf } from '../../graphql/inputs/references.ts';
import { RiskMethod } from '../../method/method.type.ts';
import { RiskRegisterPayload } from '../register.payload.ts';
import { committeeField, requireCommittee } from '../register-committee.ts';
import { registerMethod } from '../register-method.ts';

const DraftInput = builder.inputType('DraftRiskRegisterInput', {
  description: 'ข้อมูลของทะเบียนใหม่ · What a new risk register is given.',
  fields: (t) => ({
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณ หนึ่งปีมีทะเบียนเดียว · Fiscal year; an agency has one register for each.',
    }),
    methodId: t.globalID({
      for: RiskMethod,
      description: 'วิธีประเมิน ไม่ระบุ = วิธีหลักของปีนั้น · Method version; the default method of that year when absent.',
    }),
    ...committeeField(t),
  }),
});

const yearTaken = {
  field: 'fiscalYear',
  message: {
    th: 'มีทะเบียนของปีนี้แล้ว โปรดเปิดทะเบียนนั้น',
    en: 'There is a register for this year already: open that one.',
  },
};

act({
  name: 'draftRiskRegister',
  description: 'เริ่มร่างทะเบียนความเสี่ยงของปีงบประมาณ · Starts the draft of a risk register.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: { NOT_FOUND: true, INVALID_INPUT: 'ปีนั้นมีทะเบียนอยู่แล้ว · also for a year that has a register' },
  input: DraftInput,
  payload: RiskRegisterPayload,
  work: async ({ fiscalYear, methodId: method, committeeId: committee }, { db, agencyId, lockShared }) => {
    const check = new Check();
    if (await db.riskRegister.findFirst({ where: { agencyId, fiscalYear }, select: { id: true } }))
      check.include([yearTaken]);
    const methodId = await registerMethod(db, check, fiscalYear, method?.id);
    check.refuse();
    const committeeId = idOf(committee);
    await requireCommittee(db, committeeId);
    const [register] = await db.riskRegister.createManyAndReturn({
      data: [{ agencyId, fiscalYear, methodId, committeeId }],
      skipDuplicates: true,
      select: { id: true },
    });
    // A concurrent request has just drafted it.
    if (!register) throw invalidInput(yearTaken);
    lockShared('RiskRegister', register.id);
    return { id: register.id };
  },
});
