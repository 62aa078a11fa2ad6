import type { DayRange } from '../base/fiscal-year.logic.ts';
import type { Where } from '../graphql/filters/where.logic.ts';
import { nested } from '../graphql/grouping/key.ts';
import { areOthersAsked, areSamplesAsked } from './agency-selection.ts';
import type { CentreFilter } from './centre-filter.ts';
import { type Grouping, OUTSIDE } from './grouping.ts';

type Filter = CentreFilter | null | undefined;

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);

const oneOf = (values: readonly string[] | null | undefined) => (values ? { in: [...values] } : null);

/** As `isOverseen` in SQL: a day that nobody knows is no bound. */
const isOverseen = ({ firstDay, lastDay }: DayRange): Where => ({
  oversight: {
    some: {
      and: [
        { or: [{ validFrom: { eq: null } }, { validFrom: { lte: isoDay(lastDay) } }] },
        { or: [{ validTo: { eq: null } }, { validTo: { gte: isoDay(firstDay) } }] },
      ],
    },
  },
});

/** Whose rows a figure adds up, in the words of a list's `where`: what `selectedAgencies` says in SQL. */
export function whereSelected(filter: Filter, period: DayRange): Where {
  const [codes, kinds, groups] = [filter?.agencyCodes, filter?.agencyKinds, filter?.districtGroups].map(oneOf);
  return {
    ...(codes && { code: codes }),
    ...(kinds && { kind: kinds }),
    ...(groups && { districtGroup: groups }),
    ...(areSamplesAsked(filter) ? {} : { not: { kind: { eq: 'SAMPLE' } } }),
    ...(areOthersAsked(filter) ? {} : isOverseen(period)),
  };
}

/** Where records say to which agency and to which process area they belong. */
export type Places = { readonly agency: readonly string[]; readonly processArea: readonly string[] };

type Group = { readonly groupBy: Grouping; readonly key: string; readonly filter: Filter; readonly period: DayRange };

function whereAgencyOf({ groupBy, key, filter, period }: Group): Where {
  switch (groupBy) {
    case 'AGENCY':
      return { code: { eq: key } };
    case 'DISTRICT_GROUP':
      return { and: [{ districtGroup: { eq: key === OUTSIDE ? null : key } }, whereSelected(filter, period)] };
    case 'AGENCY_KIND':
      return { and: [{ kind: { eq: key } }, whereSelected(filter, period)] };
    case 'PROCESS_AREA':
      return whereSelected(filter, period);
  }
}

/** The rows of a group, in the words of their list's `where`. */
export function whereOfGroup(group: Group, { agency, processArea }: Places): Where {
  const { groupBy, key, filter } = group;
  const areas = groupBy === 'PROCESS_AREA' ? { eq: key } : oneOf(filter?.processAreas);
  return { and: [nested(agency, whereAgencyOf(group)), ...(areas ? [nested(processArea, areas)] : [])] };
}
