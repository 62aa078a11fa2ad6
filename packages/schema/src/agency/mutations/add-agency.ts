import { isCityAdministrator } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { AgencyKind } from '../agency.enums.ts';
import { agencyByCode, agencyFields, checkDistrict, checkDopaCode, checkedAgency } from '../agency.inputs.ts';
import { AgencyPayload } from '../agency.payload.ts';

const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
const CODE_MAX = 40;
/** What X-Agency says for a role of the city, and how agencies of load tests are called. */
const RESERVED = /^(CITY|LOAD-.*)$/;

const AddAgencyInput = builder.inputType('AddAgencyInput', {
  description: 'หน่วยงานใหม่ · A new agency.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: `รหัส เช่น BMA-CHOMTHONG อักษรโรมัน ตัวเลข และขีด ไม่เกิน ${CODE_MAX} ตัวอักษร ไม่เปลี่ยนอีก · Code, such as BMA-CHOMTHONG: letters, digits and hyphens, at most ${CODE_MAX}. It never changes.`,
    }),
    nameTh: t.string({
      required: true,
      description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Name in Thai, at most 500 characters.',
    }),
    nameEn: t.string({
      required: true,
      description: 'ชื่อภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · Name in English, at most 500 characters.',
    }),
    kind: t.field({
      type: AgencyKind,
      required: true,
      description:
        'ประเภท เปลี่ยนภายหลังไม่ได้ หน่วยงานที่แต่งขึ้นเป็นหน่วยงานตัวอย่าง · Kind; SAMPLE for an invented agency. It never changes.',
    }),
    ...agencyFields(t),
  }),
});

function checkCode(check: Check, given: string): string {
  const code = check.text('code', given, { max: CODE_MAX }).toUpperCase();
  if (!CODE.test(code) || RESERVED.test(code))
    check.add(
      'code',
      'รหัสเป็นอักษรโรมัน ตัวเลข และขีดคั่น ขึ้นต้นด้วยอักษร และไม่ใช่คำที่ทะเบียนสงวนไว้',
      'A code is letters, digits and hyphens between them, begins with a letter, and is neither CITY nor LOAD-.',
    );
  return code;
}

act({
  name: 'addAgency',
  description:
    'เปิดหน่วยงานในทะเบียน จากนั้นให้บทบาทหรือเชิญผู้ดูแลระบบคนแรก และบันทึกว่าหน่วยงานใดกำกับ · Opens an agency in the registry. Its first administrator follows with `addMember` or `inviteMember`, and its oversight with `recordOversight`.',
  by: isCityAdministrator,
  on: onCity,
  errors: { INVALID_INPUT: 'รหัสมีผู้ใช้แล้ว · its code is taken' },
  input: AddAgencyInput,
  payload: AgencyPayload,
  work: async (input, tx) => {
    const { kind, districtGroup = null } = input;
    const check = new Check();
    const code = checkCode(check, input.code);
    const { nameTh = '', nameEn = '', dopaCode, noteTh } = checkedAgency(check, input);
    checkDistrict(check, kind, input);
    await checkDopaCode(tx, check, dopaCode);
    const parentId = (await agencyByCode(tx, check, { field: 'parentCode', code: input.parentCode })) ?? null;
    if (await tx.db.agency.findUnique({ where: { code }, select: { id: true } }))
      check.add('code', `มีหน่วยงานรหัส ${code} อยู่แล้ว`, `Another agency has the code ${code}.`);
    check.refuse();
    const { id } = await tx.db.agency.create({
      data: { code, kind, nameTh, nameEn, districtGroup, parentId, dopaCode: dopaCode ?? null, noteTh: noteTh ?? null },
      select: { id: true },
    });
    return { agencyId: id };
  },
});
