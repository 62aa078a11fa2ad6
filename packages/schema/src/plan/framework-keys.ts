import type { GroupKey } from '../graphql/grouping/key.ts';
import { numberKey, textKey } from '../graphql/grouping/keys.ts';

/** The places of the framework that projects are grouped by; the project stands at the end of a path. */
export const frameworkKeys = (project: readonly string[]): Record<'dimension' | 'mission', GroupKey> => {
  const titles = (place: string) => ['titleTh', 'titleEn'].map((title) => [...project, place, title]);
  return {
    dimension: numberKey({
      path: [...project, 'dimension', 'number'],
      titles: titles('dimension'),
      unit: { th: 'มิติที่', en: 'Dimension' },
      description: 'ลำดับมิติ · Number of the dimension.',
    }),
    mission: textKey({
      path: [...project, 'mission', 'code'],
      titles: titles('mission'),
      description: 'รหัสภารกิจ ไม่ระบุ = ไม่มีภารกิจ · Code of the mission; null where none is named.',
    }),
  };
};
