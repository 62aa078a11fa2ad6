import { isCityAdministrator } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { checkMaxCount } from '../../graphql/limits/max-count.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { FrameworkPayload, hasFramework } from '../framework.payload.ts';
import { isPartOf, partCode } from '../part-code.logic.ts';

const AddFrameworkSubMissionInput = builder.inputType('AddFrameworkSubMissionInput', {
  description: 'ภารกิจย่อยที่เพิ่มในกรอบแผน · A sub-mission to be added to a framework.',
  fields: (t) => ({
    version: t.string({ required: true, description: 'รุ่นของกรอบแผน · Version of the framework.' }),
    mission: t.string({ required: true, description: 'รหัสภารกิจ เช่น 1.2 · Code of its mission, for example 1.2.' }),
    code: t.string({ required: true, description: 'รหัสภารกิจย่อย เช่น 1.2.2 · Code, for example 1.2.2.' }),
    titleTh: t.string({ required: true, description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
  }),
});

const taken = (code: string) => ({
  field: 'code',
  code: 'SUB_MISSION_TAKEN',
  message: withSource(
    { th: `มีภารกิจย่อย ${code} ในกรอบแผนนี้แล้ว`, en: `The framework has a sub-mission ${code} already.` },
    'registry',
  ),
});

act({
  name: 'addFrameworkSubMission',
  description: `เพิ่มภารกิจย่อยในกรอบแผน · Adds a sub-mission to a mission of a framework; it never changes afterwards, because plans point to it.`,
  by: isCityAdministrator,
  on: onAny('Framework'),
  errors: { NOT_FOUND: true },
  input: AddFrameworkSubMissionInput,
  payload: FrameworkPayload,
  work: async ({ version, mission: missionCode, ...input }, { db }) => {
    const mission = await db.frameworkMission.findFirst({
      where: { code: partCode(missionCode), dimension: { framework: { version } } },
      select: {
        id: true,
        code: true,
        dimension: { select: { frameworkId: true } },
        subMissions: { select: { code: true } },
      },
    });
    if (!mission) throw notFound((await hasFramework(db, version)) ? 'mission' : 'version');
    const check = new Check();
    const code = partCode(input.code);
    if (!isPartOf(code, mission.code))
      check.add(
        'code',
        `รหัสภารกิจย่อยต้องเป็น ${mission.code}.เลข เช่น ${mission.code}.2`,
        `The code must be ${mission.code}. and a number, such as ${mission.code}.2.`,
        'CODE_OF_OTHER_PART',
      );
    if (mission.subMissions.some((part) => part.code === code)) check.include([taken(code)]);
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn, { max: NAME_MAX });
    checkMaxCount(check, 'code', { count: mission.subMissions.length, max: most.partsOfFramework });
    check.refuse();
    const data = { missionId: mission.id, code, titleTh, titleEn };
    await unlessTaken(db.frameworkSubMission.create({ data, select: { id: true } }), taken(code));
    return { id: mission.dimension.frameworkId };
  },
});
