/** Roles that an account can hold, in an agency or in the city. */
export type Role =
  | 'VIEWER'
  | 'EDITOR'
  | 'APPROVER'
  | 'CASE_OFFICER'
  | 'AGENCY_ADMIN'
  | 'CENTRE'
  | 'ANALYST'
  | 'AUDITOR'
  | 'CITY_ADMIN';

/** Who asks: an account acting in one agency, an account with a city role, or (account null) the public. */
export type Viewer = {
  readonly account: { readonly id: string; readonly name: string } | null;
  /** Every role that the account holds where it acts now. */
  readonly roles: readonly Role[];
  readonly agency: { readonly id: string; readonly code: string } | null;
};

export const publicViewer: Viewer = { account: null, roles: [], agency: null };

const rank: readonly Role[] = [
  'APPROVER',
  'EDITOR',
  'AGENCY_ADMIN',
  'CASE_OFFICER',
  'VIEWER',
  'CENTRE',
  'ANALYST',
  'AUDITOR',
  'CITY_ADMIN',
];

/** The role that names the viewer: the strongest it holds, or PUBLIC. */
export const leadingRole = (viewer: Viewer): Role | 'PUBLIC' =>
  rank.find((role) => viewer.roles.includes(role)) ?? 'PUBLIC';
