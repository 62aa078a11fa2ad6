import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const committeeRules = {
  Query: { committees: isReaderOfRecords },
  Committee: allow,
  CommitteeMember: allow,
};
