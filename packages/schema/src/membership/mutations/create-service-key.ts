import { randomUUID } from 'node:crypto';
import { isKeeperOfMembers } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { accountForKey } from '../../tenancy/people.ts';
import { grantRole, roleToGive } from '../grant.ts';
import { isRoleOfKey } from '../grants.logic.ts';
import { keptOfSecret, newSecret } from '../key-secret.ts';
import { roleFields } from '../membership.inputs.ts';
import { checkLastDay } from '../service-key.inputs.ts';
import { nameOfKey } from '../service-key.logic.ts';
import { NewSecretPayload, newSecrets } from '../service-key.payload.ts';

const POINTS_MIN = 1_000;
const POINTS_MAX = 100_000_000;
const CLIENT_MAX = 100;

const CreateServiceKeyInput = builder.inputType('CreateServiceKeyInput', {
  description: 'กุญแจบริการใหม่ · A new service key, for one front end or program.',
  fields: (t) => ({
    ...roleFields(t),
    nameTh: t.string({
      required: true,
      description: `ชื่อภาษาไทย บอกว่าเป็นของระบบใด ไม่เกิน ${NAME_MAX} ตัวอักษร · Name in Thai: of what it is the key; at most ${NAME_MAX} characters.`,
    }),
    nameEn: t.string({
      description: `ชื่อภาษาอังกฤษ ไม่เกิน ${NAME_MAX} ตัวอักษร · Name in English, at most ${NAME_MAX} characters.`,
    }),
    endsOn: t.field({
      type: 'Date',
      required: true,
      description:
        'ใช้ได้ถึงวันที่ ไม่เกิน 366 วัน (หลักเกณฑ์ของทะเบียน) · Last day on which it works, in Bangkok: at most 366 days ahead (a rule of the registry).',
    }),
    documentsOnly: t.boolean({
      description:
        'ถามได้เฉพาะคำถามที่ลงทะเบียน ไม่ระบุ = ไม่จำกัด · Whether it asks registered documents alone; when absent, only when it is bound to those of a front end.',
    }),
    documentsOf: t.string({
      description: `เฉพาะคำถามที่โปรแกรมนี้ลงทะเบียน ไม่เกิน ${CLIENT_MAX} ตัวอักษร · Name of the front end whose registered documents it asks alone; at most ${CLIENT_MAX} characters.`,
    }),
    pointsPerMinute: t.int({
      description: `งบต้นทุนต่อนาที ${POINTS_MIN} ถึง ${POINTS_MAX} คะแนน ไม่เกินงบของบทบาท · Points of cost that it may spend in a minute, from ${POINTS_MIN} to ${POINTS_MAX}, within the budget of its role; that of its role when absent.`,
    }),
  }),
});

type Given = typeof CreateServiceKeyInput.$inferInput;

/** What is given of a key besides its role. */
function checkedKey(check: Check, { documentsOnly, pointsPerMinute, endsOn, ...input }: Given) {
  const documentsOf = check.optionalText('documentsOf', input.documentsOf, { max: CLIENT_MAX }) ?? null;
  if (documentsOf !== null && documentsOnly === false)
    check.add(
      'documentsOnly',
      'กุญแจที่ผูกกับโปรแกรมถามได้เฉพาะคำถามที่ลงทะเบียน',
      'A key that is bound to a front end asks registered documents alone.',
    );
  checkLastDay(check, endsOn);
  return {
    nameTh: check.text('nameTh', input.nameTh, { max: NAME_MAX }),
    nameEn: check.optionalText('nameEn', input.nameEn, { max: NAME_MAX }) ?? null,
    endsOn,
    documentsOf,
    documentsOnly: documentsOnly ?? documentsOf !== null,
    pointsPerMinute: check.within('pointsPerMinute', pointsPerMinute ?? null, POINTS_MIN, POINTS_MAX),
  };
}

act({
  name: 'createServiceKey',
  description:
    'สร้างกุญแจบริการ แสดงรหัสลับครั้งเดียว กุญแจเป็นผู้ดูข้อมูลหรือผู้จัดทำข้อมูลในหน่วยงาน หรือนักวิเคราะห์ของส่วนกลาง (หลักเกณฑ์ของทะเบียน) · Makes a service key for a front end or a program, with a secret that is shown once. A key holds VIEWER or EDITOR in the agency of its maker, or ANALYST in the city: no machine approves or administers (a rule of the registry).',
  by: isKeeperOfMembers,
  on: onAny('Agency'),
  errors: { INVALID_INPUT: 'บทบาทที่กุญแจมีไม่ได้ · a role that no key holds' },
  input: CreateServiceKeyInput,
  payload: NewSecretPayload,
  work: async (input, tx) => {
    const check = new Check();
    const key = checkedKey(check, input);
    if (input.role === 'PUBLIC' || !isRoleOfKey(input.role))
      check.add(
        'role',
        'กุญแจบริการเป็นผู้ดูข้อมูลหรือผู้จัดทำข้อมูลในหน่วยงาน หรือนักวิเคราะห์ของส่วนกลางเท่านั้น (หลักเกณฑ์ของทะเบียน)',
        'A service key holds VIEWER or EDITOR in an agency, or ANALYST in the city (a rule of the registry).',
      );
    check.refuse();
    const place = await roleToGive(tx, check, input);
    check.refuse();
    const [accountId, secret] = [randomUUID(), newSecret()];
    await accountForKey(tx, { id: accountId, name: nameOfKey(key) });
    await grantRole(tx, { ...place, accountId, endsOn: key.endsOn });
    const { id } = await tx.db.serviceKey.create({
      data: { ...key, ...place, ...keptOfSecret(secret), accountId, keeperId: tx.accountId },
      select: { id: true },
    });
    newSecrets(tx.context).set(id, secret);
    return { serviceKeyId: id };
  },
});
