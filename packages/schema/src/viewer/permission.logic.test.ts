import { expect, it } from '@jest/globals';
import { leadingRole, type Role } from '../base/viewer.logic.ts';
import { permissionsOf } from './permission.logic.ts';

const viewer = (...roles: Role[]) => ({ account: null, agency: null, roles });

it('permissions are those of all roles together, and reference data is everybody’s', () => {
  expect(permissionsOf(viewer())).toEqual(['READ_REFERENCE_DATA']);
  expect(permissionsOf(viewer('AUDITOR'))).toEqual(['READ_REFERENCE_DATA']);
  expect(permissionsOf(viewer('VIEWER', 'EDITOR'))).toEqual([
    'READ_REFERENCE_DATA',
    'READ_AGENCY_RECORDS',
    'EDIT_AGENCY_RECORDS',
  ]);
  expect(permissionsOf(viewer('CENTRE'))).toEqual([
    'READ_REFERENCE_DATA',
    'READ_DISCLOSED_RECORDS',
    'AGGREGATE_ACROSS_AGENCIES',
  ]);
});

it('the leading role is the strongest one, and PUBLIC without any', () => {
  expect(leadingRole(viewer('VIEWER', 'APPROVER', 'CASE_OFFICER'))).toBe('APPROVER');
  expect(leadingRole(viewer())).toBe('PUBLIC');
});
