/**
 * The kinds of unit, and the duties that each may have. "All units" names no one in particular, and outsiders are responsible for nothing.
 */
const duties = {
  DIVISION: ['RISK', 'MITIGATION', 'PROJECT', 'POSITION'],
  SERVICE_CENTRE: ['RISK', 'MITIGATION', 'PROJECT', 'POSITION'],
  SCHOOL: ['RISK', 'MITIGATION', 'PROJECT', 'POSITION'],
  EXECUTIVE: ['RISK', 'MITIGATION', 'PROJECT', 'POSITION'],
  COUNCIL: ['PROJECT', 'POSITION'],
  COMMITTEE: ['RISK', 'MITIGATION', 'PROJECT'],
  ALL_UNITS: ['PROJECT'],
  ADVISER: [],
  CITIZENS: [],
} as const satisfies Readonly<Record<string, readonly Duty[]>>;

type Duty = 'RISK' | 'MITIGATION' | 'PROJECT' | 'POSITION';
export type UnitKindName = keyof typeof duties;

const names: Readonly<Record<Duty, { readonly th: string; readonly en: string }>> = {
  RISK: { th: 'รับผิดชอบความเสี่ยง', en: 'answer for a risk' },
  MITIGATION: { th: 'เป็นเจ้าของมาตรการจัดการความเสี่ยง', en: 'own a mitigation' },
  PROJECT: { th: 'รับผิดชอบโครงการ', en: 'answer for a project' },
  POSITION: { th: 'มีตำแหน่งในสังกัด', en: 'have positions' },
};

export const mayBear = (kind: UnitKindName, duty: Duty): boolean => {
  const borne: readonly Duty[] = duties[kind];
  return borne.includes(duty);
};

/** What is wrong with giving a unit of this kind a duty; null when nothing is. */
export const dutyProblem = (kind: UnitKindName, duty: Duty): { readonly th: string; readonly en: string } | null =>
  mayBear(kind, duty)
    ? null
    : {
        th: `คณะหรือกลุ่มชนิดนี้ไม่สามารถ${names[duty].th}ได้ โปรดระบุส่วนราชการภายในที่ปฏิบัติงานจริง`,
        en: `A unit of this kind cannot ${names[duty].en}: name the division that does the work.`,
      };

/** The duties that a unit has and that it could not bear under another kind. */
export const unbearable = (kind: UnitKindName, held: Readonly<Record<Duty, number>>) =>
  (['RISK', 'MITIGATION', 'PROJECT', 'POSITION'] as const).flatMap((duty) => {
    const problem = held[duty] > 0 ? dutyProblem(kind, duty) : null;
    return problem ? [problem] : [];
  });
