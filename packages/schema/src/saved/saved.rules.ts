import { isReaderOfRecords, isReaderOfRuns } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const savedRules = {
  Query: {
    savedQuery: isReaderOfRecords,
    savedQueries: isReaderOfRecords,
    runQuery: isReaderOfRecords,
    savedQueryRuns: isReaderOfRuns,
  },
  SavedQuery: allow,
  SavedQueryVersion: allow,
  SavedQueryRun: allow,
  QueryAnswer: allow,
};
