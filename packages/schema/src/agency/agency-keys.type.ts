import { agencyKey } from '../graphql/grouping/agency-key.ts';
import type { GroupKey } from '../graphql/grouping/key.ts';
import { enumKey } from '../graphql/grouping/keys.ts';
import { AgencyKind, DistrictGroup } from './agency.enums.ts';

/** What records are grouped by of the agency that they belong to, at the end of a path. */
export const agencyKeys = (path: readonly string[] = ['agency']) =>
  ({
    agency: agencyKey(path),
    agencyKind: enumKey(AgencyKind, [...path, 'kind'], 'ประเภทหน่วยงาน · Kind of the agency.'),
    districtGroup: enumKey(
      DistrictGroup,
      [...path, 'districtGroup'],
      'กลุ่มเขต ไม่ระบุ = หน่วยงานที่ไม่ใช่สำนักงานเขต · Group of districts; null for agencies outside them.',
    ),
  }) satisfies Record<string, GroupKey>;
