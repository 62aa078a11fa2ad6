import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { ProcessArea } from '../../taxonomy/taxonomy.enums.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { lockRegister } from '../lock-risk.ts';
import { RiskRegister } from '../register.type.ts';
import { codeTaken, riskCodeOf, riskContentFields, riskContentOf } from '../risk.inputs.ts';
import { RiskPayload } from '../risk.payload.ts';
import { addUnderCode, nextRiskCode } from '../risk-code.logic.ts';
import { requireReferences, writeParts } from '../risk-parts.ts';
import { onWrittenRegister } from '../risk-standing.ts';

const AddRiskInput = builder.inputType('AddRiskInput', {
  description: 'ความเสี่ยงใหม่ · A new risk of a register.',
  fields: (t) => ({
    registerId: t.globalID({ for: RiskRegister, required: true, description: 'ทะเบียน · The register.' }),
    code: t.string({
      description:
        'รหัส ไม่ซ้ำในทะเบียน ไม่ระบุ = รหัสถัดไป · Code, unique in the register, at most 40 characters; the next of R-01, R-02 … when absent.',
    }),
    titleTh: t.string({
      required: true,
      description: 'เหตุการณ์ความเสี่ยง ไม่เกิน 500 ตัวอักษร · The event in Thai, at most 500 characters.',
    }),
    processArea: t.field({ type: ProcessArea, required: true, description: 'กระบวนงานหลัก · Main process area.' }),
    ...riskContentFields(t),
  }),
});

const codesOf = async (db: ScopedDb, registerId: string): Promise<string[]> =>
  (await db.risk.findMany({ where: { registerId }, select: { code: true } })).map(({ code }) => code);

act({
  name: 'addRisk',
  bulk: 'addRisks',
  description: `เพิ่มความเสี่ยงในทะเบียน ${whileWritten.th} · Adds a risk to a register ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenRegister,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.register },
  input: AddRiskInput,
  payload: RiskPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const {
      id: registerId,
      agencyId,
      fiscalYear,
    } = await lockRegister(tx, input.registerId.id, 'registerId', requireWritten);
    const codes = await codesOf(db, registerId);
    const check = new Check();
    checkMaxCount(check, 'registerId', { count: codes.length, max: most.risksOfRegister });
    const given = riskCodeOf(check, input.code ?? undefined);
    if (given && codes.includes(given)) check.include([codeTaken]);
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const content = riskContentOf(check, input);
    check.refuse();
    await requireReferences(db, content);

    const row = { ...content.columns, titleTh, processArea: input.processArea, agencyId, registerId, fiscalYear };
    const add = async (code: string) => {
      const data = [{ ...row, code }];
      return (await db.risk.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } }))[0];
    };
    const first = nextRiskCode(codes);
    const risk = await addUnderCode({ given, first, taken: () => codesOf(db, registerId), add });
    if (!risk) throw invalidInput(codeTaken);
    await writeParts(db, { agencyId, riskId: risk.id }, content);
    return { riskId: risk.id };
  },
});
