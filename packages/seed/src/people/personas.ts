import type { Role } from '@registry/prisma/generated/client/enums.ts';
import { identifier } from '../rows/identifiers.ts';

/** Someone to sign in as while trying the registry out: a role in an agency, never an invented person. */
export type Persona = {
  readonly id: string;
  readonly sub: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyCode: string | null;
};

const persona = (id: string, nameTh: string, nameEn: string, role: Role, agencyCode: string | null): Persona => ({
  id,
  sub: `demo|${id}`,
  nameTh,
  nameEn,
  name: `${nameTh} · ${nameEn}`,
  role,
  agencyCode,
});

const agencyRoles = [
  { role: 'VIEWER', suffix: 'viewer', th: 'ผู้ดูข้อมูล', en: 'Viewer' },
  { role: 'EDITOR', suffix: 'editor', th: 'ผู้จัดทำข้อมูล', en: 'Editor' },
  { role: 'APPROVER', suffix: 'approver', th: 'ผู้อนุมัติ', en: 'Approver' },
  { role: 'CASE_OFFICER', suffix: 'case-officer', th: 'เจ้าหน้าที่เรื่องร้องเรียน', en: 'Case officer' },
  { role: 'AGENCY_ADMIN', suffix: 'agency-admin', th: 'ผู้ดูแลระบบของหน่วยงาน', en: 'Agency administrator' },
] as const;

const placesToTry = [
  { prefix: 'chomthong', code: 'BMA-CHOMTHONG', th: 'สำนักงานเขตจอมทอง', en: 'Chom Thong District Office' },
  { prefix: 'thonburi', code: 'BMA-THONBURI', th: 'สำนักงานเขตธนบุรี', en: 'Thon Buri District Office' },
  { prefix: 'finance', code: 'BMA-FINANCE', th: 'สำนักการคลัง', en: 'Finance Department' },
  { prefix: 'health', code: 'BMA-HEALTH', th: 'สำนักอนามัย', en: 'Health Department' },
  { prefix: 'maedong', code: 'LG-MAEDONG', th: 'อบต.แม่ดง', en: 'Mae Dong Subdistrict Administrative Organization' },
  { prefix: 'sample-1', code: 'SAMPLE-1', th: 'สำนักงานเขตตัวอย่าง ๑', en: 'Sample District Office 1' },
  { prefix: 'sample-2', code: 'SAMPLE-2', th: 'สำนักงานเขตตัวอย่าง ๒', en: 'Sample District Office 2' },
] as const;

const cityPersonas: readonly Persona[] = [
  persona(
    'centre',
    'เจ้าหน้าที่ศูนย์ปฏิบัติการต่อต้านการทุจริตกรุงเทพมหานคร',
    'Officer, BMA Anti-Corruption Operation Centre',
    'CENTRE',
    null,
  ),
  persona('analyst', 'นักวิเคราะห์ กรุงเทพมหานคร', 'Analyst, Bangkok Metropolitan Administration', 'ANALYST', null),
  persona('auditor', 'ผู้ตรวจสอบ กรุงเทพมหานคร', 'Auditor, Bangkok Metropolitan Administration', 'AUDITOR', null),
  persona(
    'city-admin',
    'ผู้ดูแลระบบส่วนกลาง กรุงเทพมหานคร',
    'City administrator, Bangkok Metropolitan Administration',
    'CITY_ADMIN',
    null,
  ),
];

export const personas: readonly Persona[] = [
  ...placesToTry.flatMap(({ prefix, code, th, en }) =>
    agencyRoles.map((entry) =>
      persona(`${prefix}-${entry.suffix}`, `${entry.th} ${th}`, `${entry.en}, ${en}`, entry.role, code),
    ),
  ),
  ...cityPersonas,
];

export const personaAccountId = ({ sub }: Persona): string => identifier(`account:${sub}`);
