import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { atVersion } from '../../graphql/inputs/at-version.ts';
import { requireWritten } from '../../lifecycle/record/record-state.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { lockRisk } from '../lock-risk.ts';
import { RiskRegisterPayload } from '../register.payload.ts';
import { Risk } from '../risk.type.ts';
import { onWrittenRisk } from '../risk-standing.ts';

const RemoveRiskInput = builder.inputType('RemoveRiskInput', {
  description: 'การลบความเสี่ยง · Removal of a risk.',
  fields: (t) => ({
    riskId: t.globalID({ for: Risk, required: true, description: 'ความเสี่ยงที่ลบ · The risk.' }),
    ...atVersion(t, 'risk'),
  }),
});

act({
  name: 'removeRisk',
  description: `ลบความเสี่ยงออกจากทะเบียน ${whileWritten.th} พร้อมทุกรายการของความเสี่ยง ฉบับที่เผยแพร่แล้วยังอยู่ · Removes a risk from a register ${whileWritten.en} with all its parts; published editions keep it.`,
  by: isEditorOfAgency,
  on: onWrittenRisk,
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT: 'มีปีหลังต่อเนื่องหรือมีรายงานผลอ้างถึง · a later year continues it, or a year report tells of it',
    ILLEGAL_TRANSITION: notWritten.register,
  },
  input: RemoveRiskInput,
  payload: RiskRegisterPayload,
  removes: ({ riskId }) => riskId,
  work: async ({ riskId, expectedVersion }, tx) => {
    const { id, registerId } = await lockRisk(tx, riskId.id, requireWritten);
    if (await tx.db.risk.findFirst({ where: { carriedFromId: id }, select: { id: true } })) {
      throw invalidInput({
        field: 'riskId',
        message: {
          th: 'ทะเบียนของปีถัดไปยกความเสี่ยงนี้ไปแล้ว จึงลบไม่ได้',
          en: 'A register of a later year continues this risk: it stays.',
        },
      });
    }
    if (await tx.db.yearReportItem.findFirst({ where: { riskId: id }, select: { id: true } })) {
      throw invalidInput({
        field: 'riskId',
        message: {
          th: 'รายงานผลกล่าวถึงความเสี่ยงนี้แล้ว จึงลบไม่ได้',
          en: 'A year report tells of this risk: it stays.',
        },
      });
    }
    await requireVersion(tx.db.risk.deleteMany({ where: { id, version: expectedVersion } }));
    return { id: registerId };
  },
});
