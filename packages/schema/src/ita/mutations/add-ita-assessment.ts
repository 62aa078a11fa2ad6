import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput } from '../../base/errors.ts';
import { fiscalYearOf } from '../../base/fiscal-year.logic.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { todayInBangkok } from '../../base/today.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onOwnAgency } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { assessmentFields, contentOf } from '../assessment.inputs.ts';
import { ItaAssessmentPayload } from '../assessment.payload.ts';
import { checkContent, rulesWithParts, writeParts } from '../assessment-parts.ts';
import { ruleSetOfYear } from '../rule-set-of-year.ts';

const AddItaAssessmentInput = builder.inputType('AddItaAssessmentInput', {
  description: 'ผลการประเมิน ITA ของปีหนึ่ง · The ITA result of a year.',
  fields: (t) => ({
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณที่ประเมิน ไม่หลังปีปัจจุบัน · Fiscal year that was assessed, not after the current one.',
    }),
    ...assessmentFields(t),
  }),
});

const taken = (fiscalYear: number) => ({
  field: 'fiscalYear',
  code: 'YEAR_TAKEN',
  message: withSource(
    {
      th: `มีผลการประเมินปีงบประมาณ ${fiscalYear} แล้ว ให้แก้ไขรายการเดิม`,
      en: `There is a result of fiscal year ${fiscalYear} already: correct that one.`,
    },
    'registry',
  ),
});

const withoutRules = (fiscalYear: number) => ({
  field: 'fiscalYear',
  code: 'NO_RULES_OF_YEAR',
  message: withSource(
    {
      th: `ยังไม่มีเกณฑ์การประเมินของปีงบประมาณ ${fiscalYear} ให้ผู้ดูแลระบบส่วนกลางเพิ่มก่อน`,
      en: `No rules are recorded for fiscal year ${fiscalYear}: the city administrator adds them first.`,
    },
    'registry',
  ),
});

act({
  name: 'addItaAssessment',
  description:
    'บันทึกผลการประเมิน ITA ของปีหนึ่งเป็นร่าง ตัวเลขเก็บตามที่พิมพ์ ที่ไม่ตรงกันเป็นข้อสังเกต · Adds the ITA result of a year, as a draft: figures are kept as they are printed, and where they disagree that is a finding.',
  by: isEditorOfAgency,
  on: onOwnAgency,
  errors: {},
  input: AddItaAssessmentInput,
  payload: ItaAssessmentPayload,
  work: async ({ fiscalYear, ...given }, tx) => {
    const { db, agencyId } = tx;
    const rules = await db.itaRuleSet.findFirst({ where: ruleSetOfYear(fiscalYear), select: rulesWithParts });
    if (!rules) throw invalidInput(withoutRules(fiscalYear));
    const check = new Check();
    if (fiscalYear > fiscalYearOf(todayInBangkok()))
      check.add(
        'fiscalYear',
        'ยังไม่ถึงปีงบประมาณนั้น จึงยังไม่มีผล',
        'That fiscal year has not begun: there is no result yet.',
        'YEAR_NOT_BEGUN',
      );
    if ((await db.itaAssessment.count({ where: { agencyId, fiscalYear } })) > 0) check.include([taken(fiscalYear)]);
    const content = contentOf(check, given);
    checkContent(check, content, rules);
    check.refuse();
    const { id } = await unlessTaken(
      db.itaAssessment.create({
        data: { ...content.heading, agencyId, fiscalYear, ruleSetId: rules.id },
        select: { id: true },
      }),
      taken(fiscalYear),
    );
    await writeParts(tx, id, content, rules);
    tx.markChanged(agencyId, 'ItaAssessment', id);
    return { id };
  },
});
