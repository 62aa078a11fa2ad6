import { allow } from '../access/shield.ts';

export const frameworkRules = {
  Query: { framework: allow },
  Framework: allow,
  FrameworkDimension: allow,
  FrameworkMission: allow,
  FrameworkSubMission: allow,
};
