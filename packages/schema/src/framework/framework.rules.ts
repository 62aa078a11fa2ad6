import { isCityAdministrator } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const frameworkRules = {
  Query: { framework: allow },
  Mutation: {
    addFramework: isCityAdministrator,
    addFrameworkMission: isCityAdministrator,
    addFrameworkSubMission: isCityAdministrator,
    completeFramework: isCityAdministrator,
  },
  Framework: allow,
  FrameworkDimension: allow,
  FrameworkMission: allow,
  FrameworkSubMission: allow,
};
