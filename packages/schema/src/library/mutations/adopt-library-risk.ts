import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { whileWritten } from '../../lifecycle/record/written.logic.ts';
import { RiskRegister } from '../../risk/register.type.ts';
import { keepAnswer, offeredRisk, onOfferedRisk } from '../answer.ts';
import { LibraryResponsePayload } from '../library.payload.ts';
import { LibraryRisk } from '../library-risk.type.ts';
import { addRiskFromLibrary, checkedPlace } from '../risk-from-library.ts';

const AdoptInput = builder.inputType('AdoptLibraryRiskInput', {
  description: 'การรับความเสี่ยงจากคลัง · What is said when a risk of the library is adopted as offered.',
  fields: (t) => ({
    libraryRiskId: t.globalID({
      for: LibraryRisk,
      required: true,
      description: 'ความเสี่ยงในคลัง · The risk of the library.',
    }),
    expectedVersion: t.int({
      description: 'รุ่นของคำตอบเดิม เมื่อเปลี่ยนคำตอบ · `version` of the agency’s earlier answer, when it changes it.',
    }),
    registerId: t.globalID({
      for: RiskRegister,
      required: true,
      description: `ทะเบียนที่รับ ${whileWritten.th} · The register that takes it ${whileWritten.en}.`,
    }),
    code: t.string({
      description:
        'รหัสในทะเบียน ไม่ระบุ = รหัสในคลัง หรือรหัสถัดไปหากมีแล้ว · Code in the register; when absent that of the library, or the next of R-01, R-02 … where it is taken.',
    }),
    dueOn: t.field({ type: 'Date', required: true, description: 'กำหนดเสร็จของมาตรการ · Due date of the measures.' }),
  }),
});

act({
  name: 'adoptLibraryRisk',
  description: `รับความเสี่ยงจากคลังเข้าทะเบียน ${whileWritten.th} มาตรการที่แนะนำเป็นมาตรการที่วางแผน · Adopts a risk of the library: a new risk in a register ${whileWritten.en}, its suggested measures as planned mitigations.`,
  by: isEditorOfAgency,
  on: onOfferedRisk,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: AdoptInput,
  payload: LibraryResponsePayload,
  work: async ({ libraryRiskId, expectedVersion, registerId, code, dueOn }, tx) => {
    const offered = await offeredRisk(tx, libraryRiskId.id);
    const check = new Check();
    const place = await checkedPlace(tx, offered, { registerId: registerId.id, code, dueOn }, check, '');
    check.refuse();
    const { titleTh, titleEn } = offered;
    const riskId = await addRiskFromLibrary(tx, offered, place, { titleTh, titleEn });
    return keepAnswer(tx, {
      libraryRiskId: offered.id,
      expectedVersion,
      decision: 'ADOPTED',
      reasonTh: null,
      riskId,
    });
  },
});
