import { AgencyKind, DistrictGroup, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import type { GraphQLSchema } from 'graphql';
import type { Message } from '../base/message.logic.ts';
import { enumOf } from '../graphql/enums.ts';
import type { CityCounts } from '../graphql/limits/list-size.ts';
import { nameOfValue } from '../graphql/value-names.ts';
import { agenciesMax, type CentreFilter } from './centre-filter.ts';
import { type AskedYears, yearsMax } from './years.ts';

export type Grouping = 'AGENCY' | 'DISTRICT_GROUP' | 'AGENCY_KIND' | 'PROCESS_AREA';

/** Key of the agencies that are in no group of districts. */
export const OUTSIDE = 'NONE';

export const GroupingEnum = enumOf<Grouping>('CentreGrouping', 'การจัดกลุ่มภาพรวม · What an aggregate is grouped by.', {
  AGENCY: 'หน่วยงาน (ทุกหน่วยงานที่มีข้อมูล) · By agency.',
  DISTRICT_GROUP: 'กลุ่มเขต · By group of districts; agencies outside them together.',
  AGENCY_KIND: 'ประเภทหน่วยงาน · By kind of agency.',
  PROCESS_AREA: 'กระบวนงาน · By process area.',
});

const valuesOf = (values: Readonly<Record<string, string>>): number => Object.keys(values).length;

type Grouped = AskedYears & { readonly groupBy: Grouping; readonly filter?: CentreFilter | null | undefined };

function groupsOf({ groupBy, filter }: Grouped, cityCounts: CityCounts): number {
  switch (groupBy) {
    case 'AGENCY':
      return agenciesMax(filter, cityCounts);
    case 'DISTRICT_GROUP':
      return valuesOf(DistrictGroup) + 1;
    case 'AGENCY_KIND':
      return valuesOf(AgencyKind);
    case 'PROCESS_AREA':
      return valuesOf(ProcessArea);
  }
}

/** How many groups there can be: each has a row for every year. */
export const groupsMax = (asked: Grouped, cityCounts: CityCounts): number =>
  groupsOf(asked, cityCounts) * yearsMax(asked);

const enums = { DISTRICT_GROUP: 'DistrictGroup', AGENCY_KIND: 'AgencyKind', PROCESS_AREA: 'ProcessArea' } as const;

/** What people call a group that is no agency. */
export function nameOfGroup(groupBy: Exclude<Grouping, 'AGENCY'>, key: string, schema: GraphQLSchema): Message {
  if (groupBy === 'DISTRICT_GROUP' && key === OUTSIDE)
    return { th: 'หน่วยงานนอกกลุ่มเขต', en: 'Outside the groups of districts' };
  return nameOfValue(schema, enums[groupBy], key);
}
