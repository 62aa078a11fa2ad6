import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { ItaAssessment } from './assessment.type.ts';
import { gapOf, gradeNamed } from './grade.logic.ts';
import { isInstrumentName } from './instrument.logic.ts';
import { ItaRespondentTable } from './respondents.type.ts';
import { itaResultById, respondentTablesById } from './result.loader.ts';
import { agrees } from './result.logic.ts';
import { ItaGap, ItaIndicatorResult, ItaInstrumentResult, ItaTotalBasis, scoreText } from './result.type.ts';
import { scoreOf } from './score.logic.ts';

builder.prismaObjectFields(ItaAssessment, (t) => ({
  totalComputed: t.string({
    nullable: true,
    description:
      'คะแนนรวมที่คำนวณ ทศนิยมสองตำแหน่ง ดู `totalComputedBasis` · Total as it computes, with two decimals; from what, `totalComputedBasis` says. Null while scores are missing.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => scoreText((await itaResultById(context).load(id)).result.totalComputed),
  }),
  totalComputedBasis: t.field({
    type: ItaTotalBasis,
    nullable: true,
    description: 'สิ่งที่ใช้คำนวณคะแนนรวม · From what `totalComputed` is computed.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await itaResultById(context).load(id)).result.basis,
  }),
  totalFromWeighted: t.string({
    nullable: true,
    description: 'ผลบวกของคะแนนถ่วงน้ำหนักตามที่พิมพ์ · Sum of the weighted scores as printed.',
    select: { id: true },
    resolve: async ({ id }, _args, context) =>
      scoreText((await itaResultById(context).load(id)).result.totalFromWeighted),
  }),
  totalAgrees: t.boolean({
    nullable: true,
    description:
      'คะแนนรวมที่พิมพ์ตรงกับที่คำนวณหรือไม่ · Whether the printed total agrees with `totalComputed`; null where one is missing.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const { totalPrinted, result } = await itaResultById(context).load(id);
      return agrees(scoreOf(totalPrinted), result.totalComputed);
    },
  }),
  grade: t.string({
    nullable: true,
    description:
      'ระดับตามเกณฑ์ของปี จากคะแนนตามที่พิมพ์ หากไม่พิมพ์ใช้ที่คำนวณได้ · The grade that the rules of the year give: by printed scores, else by computed ones; its Thai name. Null where the scores do not tell.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await itaResultById(context).load(id)).result.grade?.nameTh ?? null,
  }),
  gradeEn: t.string({
    nullable: true,
    description: 'ระดับเป็นภาษาอังกฤษ · The same grade in English.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await itaResultById(context).load(id)).result.grade?.nameEn ?? null,
  }),
  gradeAgrees: t.boolean({
    nullable: true,
    description:
      'ระดับที่พิมพ์ตรงกับเกณฑ์หรือไม่ · Whether the printed grade is the one that the rules give; null where one is missing.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const { gradePrinted, rules, result } = await itaResultById(context).load(id);
      return gradePrinted === null || result.grade === null
        ? null
        : gradeNamed(rules.grades, gradePrinted)?.code === result.grade.code;
    },
  }),
}));

builder.prismaObjectFields(ItaAssessment, (t) => ({
  instruments: t.field({
    type: [ItaInstrumentResult],
    listSize: most.instrumentsOfRuleSet,
    description: 'เครื่องมือตามเกณฑ์ของปี · The instruments of the year’s rules, each with its score.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const { ruleSet, instruments, result } = await itaResultById(context).load(id);
      return ruleSet.instruments.flatMap(({ code, nameTh, nameEn }) => {
        const printed = instruments.find((each) => each.code === code);
        return result.instruments
          .filter((each) => each.code === code)
          .map((each) => ({
            ...each,
            code,
            nameTh,
            nameEn,
            scorePrinted: printed?.scorePrinted ?? null,
            weightedScorePrinted: printed?.weightedPrinted ?? null,
            respondentCount: printed?.respondentCount ?? null,
          }));
      });
    },
  }),
  indicators: t.field({
    type: [ItaIndicatorResult],
    listSize: most.indicatorsOfRuleSet,
    description: 'ตัวชี้วัดตามเกณฑ์ของปี · The indicators of the year’s rules, each with its average.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const { ruleSet, indicators } = await itaResultById(context).load(id);
      return ruleSet.indicators.map((each) => ({
        ...each,
        averagePrinted: indicators.find(({ number }) => number === each.number)?.averagePrinted ?? null,
      }));
    },
  }),
  respondentTables: t.field({
    type: [ItaRespondentTable],
    listSize: most.respondentTables,
    description: 'ตารางผู้ตอบแบบวัด · Tables of who answered.',
    select: { id: true },
    resolve: ({ id }, _args, context) => respondentTablesById(context).load(id),
  }),
  gapToNextGrade: t.field({
    type: ItaGap,
    nullable: true,
    description:
      'สิ่งที่ยังขาดจากระดับถัดไป · What is missing to the next better grade; null at the best one, and where the scores do not tell.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => {
      const { rules, result } = await itaResultById(context).load(id);
      const gap = gapOf(rules.grades, result.standing);
      return (
        gap && {
          ...gap,
          gradeTh: gap.grade.nameTh,
          gradeEn: gap.grade.nameEn,
          blocking: gap.blocking.flatMap(({ code, points }) => (isInstrumentName(code) ? [{ code, points }] : [])),
        }
      );
    },
  }),
}));
