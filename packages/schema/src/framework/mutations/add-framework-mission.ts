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

const AddFrameworkMissionInput = builder.inputType('AddFrameworkMissionInput', {
  description: 'ภารกิจที่เพิ่มในกรอบแผน · A mission to be added to a framework.',
  fields: (t) => ({
    version: t.string({ required: true, description: 'รุ่นของกรอบแผน · Version of the framework.' }),
    dimension: t.int({ required: true, description: 'ลำดับมิติ (1-4) · Number of its dimension, 1 to 4.' }),
    code: t.string({ required: true, description: 'รหัสภารกิจ เช่น 1.2 · Code, for example 1.2.' }),
    titleTh: t.string({ required: true, description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.string({ description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
  }),
});

const taken = (code: string) => ({
  field: 'code',
  code: 'MISSION_TAKEN',
  message: withSource(
    { th: `มีภารกิจ ${code} ในกรอบแผนนี้แล้ว`, en: `The framework has a mission ${code} already.` },
    'registry',
  ),
});

act({
  name: 'addFrameworkMission',
  description: `เพิ่มภารกิจในกรอบแผน · Adds a mission to a framework; it never changes afterwards, because plans point to it.`,
  by: isCityAdministrator,
  on: onAny('Framework'),
  errors: { NOT_FOUND: true },
  input: AddFrameworkMissionInput,
  payload: FrameworkPayload,
  work: async ({ version, dimension: number, ...input }, { db }) => {
    const dimension = await db.frameworkDimension.findFirst({
      where: { number, framework: { version } },
      select: { id: true, frameworkId: true, missions: { select: { code: true } } },
    });
    if (!dimension) throw notFound((await hasFramework(db, version)) ? 'dimension' : 'version');
    const check = new Check();
    const code = partCode(input.code);
    if (!isPartOf(code, String(number)))
      check.add(
        'code',
        `รหัสภารกิจต้องเป็น ${number}.เลข เช่น ${number}.2`,
        `The code must be ${number}. and a number, such as ${number}.2.`,
        'CODE_OF_OTHER_PART',
      );
    if (dimension.missions.some((mission) => mission.code === code)) check.include([taken(code)]);
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.optionalText('titleEn', input.titleEn, { max: NAME_MAX });
    checkMaxCount(check, 'code', { count: dimension.missions.length, max: most.partsOfFramework });
    check.refuse();
    const data = { dimensionId: dimension.id, code, titleTh, titleEn };
    await unlessTaken(db.frameworkMission.create({ data, select: { id: true } }), taken(code));
    return { id: dimension.frameworkId };
  },
});
