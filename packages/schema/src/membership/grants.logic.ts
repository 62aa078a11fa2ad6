import type { Role } from '../base/viewer.logic.ts';

const ofAgency = ['VIEWER', 'EDITOR', 'APPROVER', 'CASE_OFFICER', 'AGENCY_ADMIN'] as const satisfies readonly Role[];
const ofCity = ['CENTRE', 'ANALYST', 'AUDITOR', 'CITY_ADMIN'] as const satisfies readonly Role[];

/**
 * Which roles a role gives to others: an administrator of an agency those of its own agency, one of the city those of the city and, in any
 * agency, that of its administrator. SQL: app.gives_role, by which the database holds every path to it.
 */
const given: Partial<Readonly<Record<Role, readonly Role[]>>> = {
  AGENCY_ADMIN: ofAgency,
  CITY_ADMIN: ['AGENCY_ADMIN', ...ofCity],
};

/** The roles that whoever holds some may give. */
export const rolesGivenBy = (held: readonly Role[]): readonly Role[] => [
  ...new Set(held.flatMap((role) => given[role] ?? [])),
];

/** Whether a role is held in the city, and not in an agency. */
export const isCityRole = (role: Role): boolean => ofCity.some((each) => each === role);

/** What a service key may hold: it reads and drafts; it neither approves nor administers, nor decides for the centre. SQL: app.is_role_of_key. */
export const rolesOfKeys = ['VIEWER', 'EDITOR', 'ANALYST'] as const satisfies readonly Role[];

/** Whether a service key may hold a role. */
export const isRoleOfKey = (role: Role): boolean => rolesOfKeys.some((each) => each === role);
