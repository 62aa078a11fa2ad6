import { arabicDigits } from '../base/digits.logic.ts';
import { isPartOf } from '../framework/part-code.logic.ts';
import { builder } from '../graphql/builder.ts';
import type { Check } from '../graphql/inputs/check.ts';
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

type Part = { readonly th: string; readonly en: string; readonly code: string };

/**
 * The message for an unknown part: one that belongs to another parent cannot be found here; where only some parts are recorded, nothing is
 * claimed about the framework itself.
 */
function notRecorded(part: Part, whole: Part, coverage: string | undefined): [th: string, en: string] {
  if (!isPartOf(part.code, whole.code))
    return [
      `${part.th} ${part.code} ไม่ใช่ของ${whole.th} ${whole.code}: รหัสต้องขึ้นต้นด้วย ${whole.code}.`,
      `The ${part.en} ${part.code} is not of ${whole.en} ${whole.code}: its code would begin with ${whole.code}.`,
    ];
  return coverage === 'COMPLETE'
    ? [`กรอบแผนไม่มี${part.th} ${part.code} ในที่นี้`, `The framework has no ${part.en} ${part.code} in this place.`]
    : [
        `ทะเบียนยังไม่ได้บันทึก${part.th} ${part.code} ไว้ในที่นี้ของกรอบแผน ขอให้ผู้ดูแลระบบส่วนกลางเพิ่มก่อน`,
        `The registry has not recorded a ${part.en} ${part.code} in this place of the framework yet: ask the administrator of the city to add it.`,
      ];
}

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
      framework: { select: { coverage: true } },
      missions: { select: { id: true, code: true, subMissions: { select: { id: true, code: true } } } },
    },
  });
  if (!dimension) within.add('dimension', 'กรอบแผนมีมิติที่ 1 ถึง 4 เท่านั้น', 'The framework has dimensions 1 to 4 alone.');
  const coverage = dimension?.framework.coverage;
  const dimensionPart = { th: 'มิติที่', en: 'dimension', code: String(input.dimension) };
  const missionPart = { th: 'ภารกิจ', en: 'mission', code: missionCode };
  const subMissionPart = { th: 'ภารกิจย่อย', en: 'sub-mission', code: subMissionCode };
  const mission = dimension?.missions.find(({ code }) => code === missionCode);
  if (missionCode && dimension && !mission) within.add('mission', ...notRecorded(missionPart, dimensionPart, coverage));
  const subMission = mission?.subMissions.find(({ code }) => code === subMissionCode);
  if (subMissionCode && !missionCode)
    within.add('mission', 'ภารกิจย่อยต้องระบุภารกิจด้วย', 'A sub-mission is given with its mission.');
  if (subMissionCode && mission && !subMission)
    within.add('subMission', ...notRecorded(subMissionPart, missionPart, coverage));
  return { dimensionId: dimension?.id ?? '', missionId: mission?.id ?? null, subMissionId: subMission?.id ?? null };
}
