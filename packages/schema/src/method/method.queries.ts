import { builder } from '../graphql/builder.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { reusable } from '../graphql/reusable.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { RiskMethod } from './method.type.ts';

builder.queryFields((t) => ({
  riskMethods: t.prismaField({
    type: [RiskMethod],
    listSize: most.riskMethods,
    description: 'วิธีประเมินความเสี่ยงทุกรุ่น · Every version of every risk method, by code and year. Anybody may ask.',
    extensions: reusable('SCOPE'),
    resolve: (query, _root, _args, context) =>
      agencyDb(context).riskMethod.findMany({
        ...query,
        orderBy: [{ isDefault: 'desc' }, { code: 'asc' }, { fiscalYearFrom: 'asc' }],
      }),
  }),
  riskMethod: t.prismaField({
    type: RiskMethod,
    nullable: true,
    description:
      'วิธีประเมินความเสี่ยงรุ่นหนึ่ง · A risk method by its version; null when there is no such version. Anybody may ask.',
    args: {
      version: t.arg.string({ required: true, description: 'รุ่น เช่น 5x5-2566 · Version, for example 5x5-2566.' }),
    },
    extensions: reusable('SCOPE'),
    resolve: (query, _root, { version }, context) =>
      agencyDb(context).riskMethod.findUnique({ ...query, where: { version: givenText('version', version) } }),
  }),
}));
