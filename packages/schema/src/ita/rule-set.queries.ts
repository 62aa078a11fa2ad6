import { builder } from '../graphql/builder.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { reusable } from '../graphql/reusable.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { ItaRuleSet } from './rule-set.type.ts';
import { ruleSetOfYear } from './rule-set-of-year.ts';

builder.queryFields((t) => ({
  itaRuleSets: t.prismaField({
    type: [ItaRuleSet],
    listSize: most.itaRuleSets,
    description:
      'เกณฑ์การประเมิน ITA ทุกชุด เก่าสุดก่อน · The rule sets of the integrity and transparency assessment (ITA), the earliest first. Anybody may ask.',
    extensions: reusable('SCOPE'),
    resolve: (query, _root, _args, context) =>
      agencyDb(context).itaRuleSet.findMany({ ...query, orderBy: { fiscalYearFrom: 'asc' } }),
  }),
  itaRuleSet: t.prismaField({
    type: ItaRuleSet,
    nullable: true,
    description:
      'เกณฑ์การประเมิน ITA ของปีงบประมาณหนึ่ง · The rule set that applies to a fiscal year; null where none is known. Anybody may ask.',
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'ปีงบประมาณ (พ.ศ.) · Fiscal year (B.E.).' }),
    },
    extensions: reusable('SCOPE'),
    resolve: (query, _root, { fiscalYear }, context) =>
      agencyDb(context).itaRuleSet.findFirst({ ...query, where: ruleSetOfYear(fiscalYear) }),
  }),
}));
