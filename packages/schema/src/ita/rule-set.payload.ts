import { builder } from '../graphql/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { ItaRuleSet } from './rule-set.type.ts';

export const ItaRuleSetPayload = builder.objectRef<{ id: string }>('ItaRuleSetPayload').implement({
  description: 'ชุดเกณฑ์ที่เพิ่มหรือแก้ไข · The rule set that was added or completed.',
  fields: (t) => ({
    ruleSet: t.prismaField({
      type: ItaRuleSet,
      description: 'ชุดเกณฑ์ · The rule set.',
      resolve: (query, { id }, _args, context) =>
        agencyDb(context).itaRuleSet.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
