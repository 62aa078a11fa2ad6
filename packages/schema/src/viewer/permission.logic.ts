import type { Role, Viewer } from '../base/viewer.logic.ts';

export type Permission =
  | 'READ_REFERENCE_DATA'
  | 'READ_AGENCY_RECORDS'
  | 'EDIT_AGENCY_RECORDS'
  | 'READ_DISCLOSED_RECORDS'
  | 'AGGREGATE_ACROSS_AGENCIES';

const agencyMember: readonly Permission[] = ['READ_AGENCY_RECORDS'];
const agencyEditor: readonly Permission[] = ['READ_AGENCY_RECORDS', 'EDIT_AGENCY_RECORDS'];
const cityReader: readonly Permission[] = ['READ_DISCLOSED_RECORDS', 'AGGREGATE_ACROSS_AGENCIES'];

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  VIEWER: agencyMember,
  EDITOR: agencyEditor,
  APPROVER: agencyEditor,
  CASE_OFFICER: agencyMember,
  AGENCY_ADMIN: agencyMember,
  CENTRE: cityReader,
  ANALYST: cityReader,
  AUDITOR: [],
  CITY_ADMIN: [],
};

/** What a viewer may do, by all its roles; everybody reads reference data. */
export const permissionsOf = ({ roles }: Viewer): Permission[] => [
  ...new Set<Permission>(['READ_REFERENCE_DATA', ...roles.flatMap((role) => granted[role])]),
];
