import { valueLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

type Asked = { readonly fiscalYear: number; readonly number: number };

/** The id of an indicator of the rule set that applies to a year, by its number; null where that rule set has none of it. */
export const indicatorIdOfYear = valueLoader(
  async (context, asked: readonly Asked[]) => {
    const indicators = await agencyDb(context).itaIndicator.findMany({
      where: { number: { in: asked.map(({ number }) => number) } },
      select: { id: true, number: true, ruleSet: { select: { fiscalYearFrom: true, fiscalYearTo: true } } },
    });
    return asked.map(
      ({ fiscalYear, number }) =>
        indicators.find(
          ({ number: own, ruleSet: { fiscalYearFrom, fiscalYearTo } }) =>
            own === number && fiscalYearFrom <= fiscalYear && (fiscalYearTo === null || fiscalYear <= fiscalYearTo),
        )?.id ?? null,
    );
  },
  ({ fiscalYear, number }) => `${fiscalYear} ${number}`,
);
