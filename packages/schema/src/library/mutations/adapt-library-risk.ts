import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { whileWritten } from '../../lifecycle/record/written.logic.ts';
import { RiskRegister } from '../../risk/register.type.ts';
import { Risk } from '../../risk/risk.type.ts';
import { keepAnswer, offeredRisk, onOfferedRisk } from '../answer.ts';
import { LibraryResponsePayload } from '../library.payload.ts';
import { LibraryRisk } from '../library-risk.type.ts';
import { addRiskFromLibrary, checkedPlace } from '../risk-from-library.ts';

const AdaptedRiskInput = builder.inputType('AdaptedRiskInput', {
  description: 'ความเสี่ยงใหม่ที่ปรับจากคลัง · A new risk of the agency, adapted from the library.',
  fields: (t) => ({
    registerId: t.globalID({
      for: RiskRegister,
      required: true,
      description: `ทะเบียนที่รับ ${whileWritten.th} · The register that takes it ${whileWritten.en}.`,
    }),
    code: t.string({
      description:
        'รหัสในทะเบียน ไม่ระบุ = รหัสในคลัง หรือรหัสถัดไปหากมีแล้ว · Code in the register; when absent that of the library, or the next of R-01, R-02 … where it is taken.',
    }),
    titleTh: t.string({
      required: true,
      description: 'เหตุการณ์ภาษาไทย (ไม่เกิน 500 ตัวอักษร) · The event in Thai, at most 500 characters.',
    }),
    titleEn: t.string({ description: 'เหตุการณ์ภาษาอังกฤษ · The event in English.' }),
    dueOn: t.field({ type: 'Date', required: true, description: 'กำหนดเสร็จของมาตรการ · Due date of the measures.' }),
  }),
});

const AdaptInput = builder.inputType('AdaptLibraryRiskInput', {
  description:
    'การปรับความเสี่ยงจากคลัง กับความเสี่ยงที่มีหรือความเสี่ยงใหม่ · What is said when a risk of the library is adapted; give either `riskId` or `newRisk`.',
  fields: (t) => ({
    libraryRiskId: t.globalID({
      for: LibraryRisk,
      required: true,
      description: 'ความเสี่ยงในคลัง · The risk of the library.',
    }),
    expectedVersion: t.int({
      description: 'รุ่นของคำตอบเดิม เมื่อเปลี่ยนคำตอบ · `version` of the agency’s earlier answer, when it changes it.',
    }),
    reasonTh: t.string({
      required: true,
      description: 'ปรับอย่างไรและเพราะเหตุใด · How and why it is adapted, at most 4,000 characters.',
    }),
    riskId: t.globalID({
      for: Risk,
      description: 'ความเสี่ยงที่มีอยู่แล้ว · A risk of the agency that stands for it already.',
    }),
    newRisk: t.field({ type: AdaptedRiskInput, description: 'ความเสี่ยงใหม่ · A new risk in its place.' }),
  }),
});

act({
  name: 'adaptLibraryRisk',
  description:
    'ปรับความเสี่ยงจากคลังให้ตรงกับหน่วยงาน โดยเชื่อมกับความเสี่ยงที่มีหรือเพิ่มใหม่ · Adapts a risk of the library: a risk that the agency has stands for it, or a new one under a title of its own, with the suggested measures.',
  by: isEditorOfAgency,
  on: onOfferedRisk,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: true },
  input: AdaptInput,
  payload: LibraryResponsePayload,
  reason: ({ reasonTh }) => reasonTh,
  work: async ({ libraryRiskId, expectedVersion, riskId: linked, newRisk, ...input }, tx) => {
    const offered = await offeredRisk(tx, libraryRiskId.id);
    const check = new Check();
    const reasonTh = check.text('reasonTh', input.reasonTh, { max: TEXT_MAX });
    const keep = (riskId: string) =>
      keepAnswer(tx, { libraryRiskId: offered.id, expectedVersion, decision: 'ADAPTED', reasonTh, riskId });

    if (linked && !newRisk) {
      const own = await tx.db.risk.findUnique({ where: { id: linked.id }, select: { id: true } });
      if (!own) throw notFound('riskId');
      check.refuse();
      return keep(own.id);
    }
    if (newRisk && !linked) {
      const part = check.at('newRisk');
      const title = {
        titleTh: part.text('titleTh', newRisk.titleTh, { max: NAME_MAX }),
        titleEn: part.optionalText('titleEn', newRisk.titleEn, { max: NAME_MAX }),
      };
      const { registerId, code, dueOn } = newRisk;
      const place = await checkedPlace(tx, offered, { registerId: registerId.id, code, dueOn }, part, 'newRisk.');
      check.refuse();
      return keep(await addRiskFromLibrary(tx, offered, place, title));
    }
    throw invalidInput({
      field: 'riskId',
      message: {
        th: 'โปรดระบุ riskId หรือ newRisk อย่างใดอย่างหนึ่ง',
        en: 'Give either riskId or newRisk, and not both.',
      },
    });
  },
});
