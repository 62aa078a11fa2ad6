import { AgencyKind, DistrictGroup, ProcessArea } from '@registry/prisma/generated/client/enums.ts';
import { enumOf } from '../graphql/enums.ts';
import type { CityCounts } from '../graphql/limits/list-size.ts';
import { agenciesMax, type CentreFilter } from './centre-filter.ts';

export type Grouping = 'AGENCY' | 'DISTRICT_GROUP' | 'AGENCY_KIND' | 'PROCESS_AREA';

export const GroupingEnum = enumOf<Grouping>('CentreGrouping', 'การจัดกลุ่มภาพรวม · What an aggregate is grouped by.', {
  AGENCY: 'หน่วยงาน (ทุกหน่วยงานที่มีข้อมูล) · By agency.',
  DISTRICT_GROUP: 'กลุ่มเขต · By group of districts; agencies outside them together.',
  AGENCY_KIND: 'ประเภทหน่วยงาน · By kind of agency.',
  PROCESS_AREA: 'กระบวนงาน · By process area.',
});

const valuesOf = (values: Readonly<Record<string, string>>): number => Object.keys(values).length;

type Grouped = { readonly groupBy: Grouping; readonly filter?: CentreFilter | null | undefined };

/** How many groups there can be. */
export function groupsMax({ groupBy, filter }: Grouped, cityCounts: CityCounts): number {
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
