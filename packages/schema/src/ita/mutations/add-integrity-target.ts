import { isKeeperOfTargets } from '../../access/access.rules.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { plainNumbers, TARGET_CODE_MAX, targetNumbers } from '../target.inputs.ts';
import { problemsOfTarget } from '../target.logic.ts';
import { IntegrityTargetPayload } from '../target.payload.ts';
import { IntegrityMeasure, TargetScope } from '../target.type.ts';

const AddIntegrityTargetInput = builder.inputType('AddIntegrityTargetInput', {
  description: 'เป้าหมายใหม่ · A new target.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description: `รหัส ไม่ซ้ำกับเป้าหมายอื่น ไม่เกิน ${TARGET_CODE_MAX} ตัวอักษร · Code that no other target has, at most ${TARGET_CODE_MAX} characters.`,
    }),
    measure: t.field({ type: IntegrityMeasure, required: true, description: 'สิ่งที่วัด · What it measures.' }),
    scope: t.field({
      type: TargetScope,
      required: true,
      description:
        'ผู้ที่เป้าหมายกล่าวถึง หน่วยงานกำหนดได้เฉพาะของตนเอง · Whom it is about: AGENCY for approvers, NATION or CITY for the administrator of the city.',
    }),
    titleTh: t.string({
      required: true,
      description: 'ข้อความภาษาไทย ไม่เกิน 500 ตัวอักษร · What is to be reached, in Thai.',
    }),
    titleEn: t.string({
      required: true,
      description: 'ข้อความภาษาอังกฤษ ไม่เกิน 500 ตัวอักษร · What is to be reached, in English.',
    }),
    fiscalYearFrom: t.field({ type: 'FiscalYear', required: true, description: 'ปีแรก · First year.' }),
    fiscalYearTo: t.field({ type: 'FiscalYear', required: true, description: 'ปีสุดท้าย · Last year.' }),
    sourceTh: t.string({
      required: true,
      description:
        'สิ่งที่กำหนดเป้าหมาย เช่น แผน คำสั่ง หรือประกาศ ไม่เกิน 4,000 ตัวอักษร · What sets it, such as a plan, an order or an announcement, in Thai; at most 4,000 characters.',
    }),
    ...targetNumbers(t),
  }),
});

const codeTaken = {
  field: 'code',
  code: 'TARGET_TAKEN',
  message: withSource({ th: 'มีเป้าหมายรหัสนี้แล้ว', en: 'There is a target of this code already.' }, 'registry'),
};

const notOwn = {
  th: 'หน่วยงานกำหนดเป้าหมายของตนเอง ผู้ดูแลระบบส่วนกลางกำหนดของประเทศหรือกรุงเทพมหานคร',
  en: 'An agency sets targets of its own, the administrator of the city those of the nation or the city.',
};

act({
  name: 'addIntegrityTarget',
  description:
    'เพิ่มเป้าหมายพร้อมแหล่งที่มา ผู้ที่อ่านข้อมูลของหน่วยงานได้เห็นทันที · Adds a target with what sets it; all who read records see it at once. It is measured against the results that are recorded.',
  by: isKeeperOfTargets,
  on: onCity,
  errors: { INVALID_INPUT: 'รหัสซ้ำ หรือไม่ใช่เป้าหมายของตน · code taken, or not a target of one’s own' },
  input: AddIntegrityTargetInput,
  payload: IntegrityTargetPayload,
  work: async (input, tx) => {
    const { measure, scope, fiscalYearFrom, fiscalYearTo, leastPoints, leastSharePercent, rankAtMost } = input;
    const check = new Check();
    const texts = {
      code: check.text('code', input.code, { max: TARGET_CODE_MAX }),
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      titleEn: check.text('titleEn', input.titleEn, { max: NAME_MAX }),
      sourceTh: check.text('sourceTh', input.sourceTh, { max: TEXT_MAX }),
    };
    const isOfAgency = tx.context.viewer.agency !== null;
    if (isOfAgency !== (scope === 'AGENCY')) check.add('scope', notOwn.th, notOwn.en, 'NOT_OF_THIS_SCOPE');
    check.include(problemsOfTarget({ measure, scope, fiscalYearFrom, fiscalYearTo, ...plainNumbers(input) }));
    if ((await tx.db.integrityTarget.count()) >= most.integrityTargets)
      check.add(
        'code',
        `ทะเบียนมีเป้าหมายได้ไม่เกิน ${most.integrityTargets} รายการ`,
        `The registry holds at most ${most.integrityTargets} targets.`,
      );
    if (await tx.db.integrityTarget.findUnique({ where: { code: texts.code }, select: { id: true } }))
      check.include([codeTaken]);
    check.refuse();
    return unlessTaken(
      tx.db.integrityTarget.create({
        data: {
          ...texts,
          measure,
          scope,
          fiscalYearFrom,
          fiscalYearTo,
          leastPoints,
          leastSharePercent,
          rankAtMost,
          agencyId: isOfAgency ? tx.agencyId : null,
        },
        select: { id: true },
      }),
      codeTaken,
    );
  },
});
