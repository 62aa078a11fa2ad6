import { isCityAdministrator } from '../../access/access.rules.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { FrameworkPayload } from '../framework.payload.ts';
import { FrameworkCoverage } from '../framework.type.ts';

const VERSION_MAX = 40;
const DIMENSIONS = [1, 2, 3, 4];

const DimensionInput = builder.inputType('FrameworkDimensionInput', {
  description: 'มิติหนึ่งของกรอบแผน · A dimension of a framework.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'ลำดับมิติ (1-4) · Number, 1 to 4.' }),
    titleTh: t.string({ required: true, description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.string({ required: true, description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
  }),
});

const AddFrameworkInput = builder.inputType('AddFrameworkInput', {
  description: 'กรอบแผนรุ่นใหม่ · A new version of the framework.',
  fields: (t) => ({
    version: t.string({ required: true, description: 'รุ่น เช่น NACC-LG-2571 · Version, for example NACC-LG-2571.' }),
    titleTh: t.string({ required: true, description: 'ชื่อภาษาไทย · Title in Thai.' }),
    titleEn: t.string({ required: true, description: 'ชื่อภาษาอังกฤษ · Title in English.' }),
    fiscalYearFrom: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณแรก · First fiscal year.' }),
    fiscalYearTo: t.field({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณสุดท้าย · Last fiscal year.' }),
    coverage: t.field({
      type: FrameworkCoverage,
      required: true,
      description: 'ความครบถ้วนเมื่อเพิ่มภารกิจแล้ว · Whether all of its missions are going to be here.',
    }),
    dimensions: t.field({
      type: [DimensionInput],
      required: true,
      description: 'มิติทั้งสี่ มิติละหนึ่งครั้ง · The four dimensions, each once.',
    }),
  }),
});

const taken = (version: string) => ({
  field: 'version',
  code: 'FRAMEWORK_VERSION_TAKEN',
  message: withSource(
    { th: `มีกรอบแผนรุ่น ${version} แล้ว`, en: `There is a framework of version ${version} already.` },
    'registry',
  ),
});

act({
  name: 'addFramework',
  description: `เพิ่มกรอบแผนรุ่นใหม่พร้อมมิติทั้งสี่ แล้วเพิ่มภารกิจภายหลัง · Adds a version of the framework with its four dimensions; missions are added afterwards. A version that is there already is refused.`,
  by: isCityAdministrator,
  on: onCity,
  errors: {},
  input: AddFrameworkInput,
  payload: FrameworkPayload,
  work: async ({ dimensions, coverage, fiscalYearFrom, fiscalYearTo, ...input }, { db }) => {
    const check = new Check();
    const version = check.text('version', input.version, { max: VERSION_MAX });
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const titleEn = check.text('titleEn', input.titleEn, { max: NAME_MAX });
    if (fiscalYearTo < fiscalYearFrom)
      check.add(
        'fiscalYearTo',
        'ปีสุดท้ายต้องไม่ก่อนปีแรก',
        'The last year must not be before the first.',
        'ENDS_BEFORE_START',
      );
    // A version is one, in capitals or not.
    const versions = await db.framework.findMany({ select: { version: true } });
    const known = versions.find((each) => each.version.toLowerCase() === version.toLowerCase());
    if (known) check.include([taken(known.version)]);
    const numbers = dimensions.map(({ number }) => number).sort();
    if (numbers.join() !== DIMENSIONS.join())
      check.add(
        'dimensions',
        'ระบุมิติที่ 1 ถึง 4 มิติละหนึ่งครั้ง',
        'Give dimensions 1 to 4, each once.',
        'DIMENSIONS_DO_NOT_FIT',
      );
    const titled = dimensions.map(({ number, ...titles }, place) => {
      const within = check.at(`dimensions[${place}]`);
      return {
        number,
        titleTh: within.text('titleTh', titles.titleTh, { max: NAME_MAX }),
        titleEn: within.text('titleEn', titles.titleEn, { max: NAME_MAX }),
      };
    });
    check.refuse();
    const { id: frameworkId } = await unlessTaken(
      db.framework.create({
        data: { version, titleTh, titleEn, fiscalYearFrom, fiscalYearTo, coverage },
        select: { id: true },
      }),
      taken(version),
    );
    await db.frameworkDimension.createMany({ data: titled.map((dimension) => ({ ...dimension, frameworkId })) });
    return { id: frameworkId };
  },
});
