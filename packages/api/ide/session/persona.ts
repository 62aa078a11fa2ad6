import { isRecord, textOf } from '../record.ts';

export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly agencyCode: string | null;
  readonly agencyNameTh: string | null;
}

export interface PersonaGroup {
  readonly key: string;
  readonly title: string;
  readonly personas: readonly Persona[];
}

const ROLE_NAMES: Readonly<Record<string, { th: string; en: string }>> = {
  VIEWER: { th: 'ผู้ดูข้อมูล', en: 'Viewer' },
  EDITOR: { th: 'ผู้จัดทำ', en: 'Editor' },
  APPROVER: { th: 'ผู้อนุมัติ', en: 'Approver' },
  CASE_OFFICER: { th: 'เจ้าหน้าที่เรื่องร้องเรียน', en: 'Case officer' },
  AGENCY_ADMIN: { th: 'ผู้ดูแลระบบหน่วยงาน', en: 'Agency admin' },
  CENTRE: { th: 'ศปท.กทม.', en: 'Anti-corruption centre' },
  ANALYST: { th: 'นักวิเคราะห์', en: 'Analyst' },
  AUDITOR: { th: 'ผู้ตรวจสอบ', en: 'Auditor' },
  CITY_ADMIN: { th: 'ผู้ดูแลระบบกลาง', en: 'City admin' },
  PUBLIC: { th: 'สาธารณะ', en: 'Public' },
};

export const roleNameOf = (role: string): { th: string; en: string } => ROLE_NAMES[role] ?? { th: role, en: role };

export const personasOf = (answer: unknown): Persona[] =>
  Array.isArray(answer)
    ? answer.filter(isRecord).flatMap((each) => {
        const id = textOf(each.id);
        const name = textOf(each.name);
        const role = textOf(each.role);
        if (id === null || name === null || role === null) return [];
        return [{ id, name, role, agencyCode: textOf(each.agencyCode), agencyNameTh: textOf(each.agencyNameTh) }];
      })
    : [];

/** City-wide people come first: they are few, and an agency's people are looked for under their agency. */
export const groupsOf = (personas: readonly Persona[]): PersonaGroup[] => {
  const groups = new Map<string, Persona[]>();
  for (const persona of personas) {
    const key = persona.agencyCode ?? '';
    groups.set(key, [...(groups.get(key) ?? []), persona]);
  }
  return [...groups]
    .sort(([a], [b]) => Number(a !== '') - Number(b !== ''))
    .map(([key, members]) => ({
      key: key === '' ? 'city' : key,
      title: key === '' ? 'ส่วนกลาง กรุงเทพมหานคร' : (members[0]?.agencyNameTh ?? key),
      personas: members,
    }));
};

/** The persona an example is meant for; without an agency any agency will do. */
export const personaFor = (
  personas: readonly Persona[],
  wanted: { readonly role: string; readonly agencyCode?: string },
): Persona | null =>
  personas.find(
    (each) => each.role === wanted.role && (wanted.agencyCode === undefined || each.agencyCode === wanted.agencyCode),
  ) ?? null;
