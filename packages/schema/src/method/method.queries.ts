import { builder } from '../core/builder.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { RiskMethod } from './method.type.ts';

builder.queryFields((t) => ({
  riskMethods: t.prismaField({
    type: [RiskMethod],
    description: 'วิธีประเมินความเสี่ยงทุกรุ่น · Every version of every risk method, by code and year. Anybody may ask.',
    resolve: (query, _root, _args, context) =>
      agencyDb(context).riskMethod.findMany({
        ...query,
        orderBy: [{ isDefault: 'desc' }, { code: 'asc' }, { fiscalYearFrom: 'asc' }],
      }),
  }),
}));
