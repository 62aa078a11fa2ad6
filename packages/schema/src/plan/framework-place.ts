import { builder } from '../core/builder.ts';
import type { Check } from '../core/check.ts';
import { arabicDigits } from '../core/digits.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

export const FrameworkPlaceInput = builder.inputType('FrameworkPlaceInput', {
  description: 'ที่อยู่ของโครงการในกรอบแผน · Where a project stands in the framework of its plan; given as a whole.',
  fields: (t) => ({
    dimension: t.int({ required: true, description: 'ลำดับมิติ (1-4) · Number of the dimension, 1 to 4.' }),
    mission: t.string({ description: 'รหัสภารกิจของมิติ เช่น 2.3 · Code of a mission of the dimension, for example 2.3.' }),
    subMission: t.string({
      description: 'รหัสภารกิจย่อยของภารกิจ เช่น 1.1.3 · Code of a sub-mission of the mission, for example 1.1.3.',
    }),
  }),
});

export type Place = {
  readonly dimensionId: string;
  readonly missionId: string | null;
  readonly subMissionId: string | null;
};

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.dimensionId === other.dimensionId && one.missionId === other.missionId && one.subMissionId === other.subMissionId;

const codeOf = (code: string | null | undefined): string => arabicDigits((code ?? '').trim());

/** The place that an input names in a framework; what does not exist there, or does not fit together, is added to the problems. */
export async function placeIn(
  db: ScopedDb,
  frameworkId: string,
  input: typeof FrameworkPlaceInput.$inferInput,
  check: Check,
): Promise<Place> {
  const within = check.at('place');
  const [missionCode, subMissionCode] = [codeOf(input.mission), codeOf(input.subMission)];
  const dimension = await db.frameworkDimension.findUnique({
    where: { frameworkId_number: { frameworkId, number: input.dimension } },
    select: {
      id: true,
      missions: { select: { id: true, code: true, subMissions: { select: { id: true, code: true } } } },
    },
  });
  if (!dimension) within.add('dimension', 'กรอบแผนไม่มีมิตินี้', 'The framework has no such dimension.');
  const mission = dimension?.missions.find(({ code }) => code === missionCode);
  if (missionCode && dimension && !mission) within.add('mission', 'มิตินี้ไม่มีภารกิจนี้', 'The dimension has no such mission.');
  const subMission = mission?.subMissions.find(({ code }) => code === subMissionCode);
  if (subMissionCode && !missionCode)
    within.add('mission', 'ภารกิจย่อยต้องระบุภารกิจด้วย', 'A sub-mission is given with its mission.');
  if (subMissionCode && mission && !subMission)
    within.add('subMission', 'ภารกิจนี้ไม่มีภารกิจย่อยนี้', 'The mission has no such sub-mission.');
  return { dimensionId: dimension?.id ?? '', missionId: mission?.id ?? null, subMissionId: subMission?.id ?? null };
}
