import { isKeeperOfMembers, isReaderOfPeople } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const membershipRules = {
  Query: { members: isReaderOfPeople, invitations: isKeeperOfMembers, serviceKeys: isKeeperOfMembers },
  Membership: allow,
  Invitation: allow,
  ServiceKey: allow,
};
