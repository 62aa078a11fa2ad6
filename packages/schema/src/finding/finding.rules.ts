import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const findingRules = {
  Query: { findings: isReaderOfRecords },
  Finding: allow,
};
