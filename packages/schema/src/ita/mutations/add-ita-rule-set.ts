import { isCityAdministrator } from '../../access/access.rules.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import { act } from '../../graphql/acts/act.ts';
import { onCity } from '../../graphql/acts/standing.ts';
import { unlessTaken } from '../../graphql/acts/unique.ts';
import { Check, NAME_MAX, TEXT_MAX } from '../../graphql/inputs/check.ts';
import { most } from '../../graphql/limits/parts.logic.ts';
import { hundredths } from '../result.loader.ts';
import { AddItaRuleSetInput } from '../rule-set.inputs.ts';
import { ItaRuleSetPayload } from '../rule-set.payload.ts';
import { problemsOfRuleSet } from '../rule-set-validation.logic.ts';
import { checkYears } from '../rule-set-years.ts';

const CODE_MAX = 40;

const taken = (code: string) => ({
  field: 'code',
  code: 'RULE_SET_TAKEN',
  message: withSource({ th: `มีชุดเกณฑ์ ${code} แล้ว`, en: `There is a rule set ${code} already.` }, 'registry'),
});

const namesOf = (check: Check, { nameTh, nameEn }: { readonly nameTh: string; readonly nameEn: string }) => ({
  nameTh: check.text('nameTh', nameTh, { max: NAME_MAX }),
  nameEn: check.text('nameEn', nameEn, { max: NAME_MAX }),
});

type Input = typeof AddItaRuleSetInput.$inferInput;

/** The parts of a rule set as they are kept. */
function partsOf(check: Check, { instruments, indicators, grades }: Input) {
  check.list('indicators', indicators, most.indicatorsOfRuleSet);
  check.list('grades', grades, most.gradesOfRuleSet);
  return {
    instruments: instruments.map(({ instrument: code, weightPercent, ...names }, index) => ({
      code,
      weightPercent,
      ...namesOf(check.at(`instruments[${index}]`), names),
    })),
    indicators: indicators.map(({ number, instrument: instrumentCode, ...names }, index) => ({
      number,
      instrumentCode,
      ...namesOf(check.at(`indicators[${index}]`), names),
    })),
    grades: grades.map(({ code, leastTotal, leastOfEachInstrument = null, ...names }, index) => ({
      rank: index + 1,
      code: check.at(`grades[${index}]`).text('code', code, { max: CODE_MAX }),
      leastTotal,
      leastOfEachInstrument,
      ...namesOf(check.at(`grades[${index}]`), names),
    })),
  };
}

const draftOf = ({ instruments, indicators, grades }: ReturnType<typeof partsOf>, passMark: Input['passMark']) => ({
  passMark: hundredths(passMark),
  indicators,
  instruments: instruments.map(({ code, weightPercent }) => ({ code, weight: hundredths(weightPercent) })),
  grades: grades.map(({ code, leastTotal, leastOfEachInstrument }) => ({
    code,
    leastTotal: hundredths(leastTotal),
    leastOfEachInstrument: leastOfEachInstrument && hundredths(leastOfEachInstrument),
  })),
});

act({
  name: 'addItaRuleSet',
  description:
    'เพิ่มเกณฑ์การประเมินคุณธรรมและความโปร่งใสของช่วงปีหนึ่งทั้งชุด ซึ่งแก้ไขภายหลังไม่ได้ · Adds the rules of the ITA for a span of fiscal years, whole; they never change afterwards, because results are graded by them. The set in force ends the year before.',
  by: isCityAdministrator,
  on: onCity,
  errors: {},
  input: AddItaRuleSetInput,
  payload: ItaRuleSetPayload,
  work: async (input, { db }) => {
    const { fiscalYearFrom, fiscalYearTo, passMark } = input;
    const check = new Check();
    const heading = {
      code: check.text('code', input.code, { max: CODE_MAX }),
      titleTh: check.text('titleTh', input.titleTh, { max: NAME_MAX }),
      titleEn: check.text('titleEn', input.titleEn, { max: NAME_MAX }),
      sourceTh: check.text('sourceTh', input.sourceTh, { max: TEXT_MAX }),
    };
    const parts = partsOf(check, input);
    check.include(problemsOfRuleSet(draftOf(parts, passMark)));
    const known = await db.itaRuleSet.findMany({
      select: { id: true, code: true, fiscalYearFrom: true, fiscalYearTo: true },
    });
    if (known.some(({ code }) => code === heading.code)) check.include([taken(heading.code)]);
    const ended = checkYears(check, input, known);
    check.refuse();
    if (ended) await db.itaRuleSet.updateMany({ where: { id: ended.id }, data: { fiscalYearTo: fiscalYearFrom - 1 } });
    const { id: ruleSetId } = await unlessTaken(
      db.itaRuleSet.create({ data: { ...heading, fiscalYearFrom, fiscalYearTo, passMark }, select: { id: true } }),
      taken(heading.code),
    );
    await db.itaInstrument.createMany({ data: parts.instruments.map((each) => ({ ...each, ruleSetId })) });
    await db.itaIndicator.createMany({ data: parts.indicators.map((each) => ({ ...each, ruleSetId })) });
    await db.itaGradeBand.createMany({ data: parts.grades.map((each) => ({ ...each, ruleSetId })) });
    return { id: ruleSetId };
  },
});
