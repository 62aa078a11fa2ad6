import { forbidden, invalidInput, type RegistryError } from './errors.ts';
import { withSource } from './legal-source.logic.ts';

/** Nobody gives a role to itself, or makes its own last longer. */
export const ownRole = (): RegistryError => {
  const { th, en } = withSource(
    { th: 'ไม่มีผู้ใดให้หรือเปลี่ยนบทบาทของตนเองได้', en: 'Nobody gives themselves a role, or changes one of their own.' },
    'registry',
  );
  return forbidden(th, en);
};

const refused = (code: string, field: string, th: string, en: string) => (): RegistryError =>
  invalidInput({ code, field, message: withSource({ th, en }, 'registry') });

/** The role of a service key, and its days, are those with which it was made. */
export const keyKeepsRole = refused(
  'ROLE_OF_KEY',
  'role',
  'กุญแจบริการใช้บทบาทและช่วงวันตามที่สร้าง ให้เพิกถอนแล้วสร้างใหม่',
  'A service key keeps the role and the days with which it was made: revoke it and make another.',
);

/** A place that has an administrator keeps one. */
export const lastAdministrator = refused(
  'LAST_ADMINISTRATOR',
  'membershipId',
  'ผู้ดูแลระบบคนสุดท้ายออกไม่ได้ ให้บทบาทแก่ผู้อื่นก่อน',
  'The last administrator does not leave: give somebody else the role first.',
);

/** A closed agency has no members. */
export const agencyClosed = refused('AGENCY_CLOSED', 'agencyCode', 'หน่วยงานนี้ปิดแล้ว', 'The agency is closed.');

/** What `app.keep_roles` raises, by its SQLSTATE: the rules of roles that hold whatever the path (prisma/functions/4-triggers/memberships.sql). */
export const roleRefusals: Readonly<Record<string, () => RegistryError>> = {
  RG410: lastAdministrator,
  RG411: ownRole,
  RG412: refused(
    'ROLE_HELD',
    'role',
    'บัญชีนี้มีบทบาทนี้ในช่วงวันดังกล่าวอยู่แล้ว หรือมีบทบาทส่วนกลางอื่น (หนึ่งบัญชีมีบทบาทส่วนกลางได้คราวละหนึ่ง)',
    'The account holds this role on these days already, or another role of the city, of which it has one at a time.',
  ),
  RG414: keyKeepsRole,
  RG413: agencyClosed,
};
