import { notFound } from '../base/errors.ts';
import { fiscalYearOf } from '../base/fiscal-year.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { builder } from '../graphql/builder.ts';
import { givenText } from '../graphql/inputs/given-text.ts';
import { reusable } from '../graphql/reusable.ts';
import { agencyDb } from '../tenancy/tenancy.ts';
import { Framework } from './framework.type.ts';

builder.queryFields((t) => ({
  framework: t.prismaField({
    type: Framework,
    description:
      'กรอบแผนป้องกันการทุจริต · The framework of anti-corruption plans: the given version, else the newest whose first fiscal year has begun. NOT_FOUND when there is no such version. Anybody may ask.',
    args: { version: t.arg.string({ description: 'รุ่นของกรอบแผน · Version, for example NACC-LG-2566.' }) },
    extensions: reusable('SCOPE'),
    resolve: async (query, _root, { version }, context) => {
      // A given version is looked up even when it is empty. A framework for future years is not current before them.
      const begun = { fiscalYearFrom: { lte: fiscalYearOf(todayInBangkok()) } };
      const where = typeof version === 'string' ? { version: givenText('version', version) } : begun;
      const framework = await agencyDb(context).framework.findFirst({
        ...query,
        where,
        orderBy: { fiscalYearFrom: 'desc' },
      });
      if (!framework) throw notFound();
      return framework;
    },
  }),
}));
