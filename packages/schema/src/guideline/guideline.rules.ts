import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const guidelineRules = {
  Query: {
    guidelines: isReaderOfRecords,
    indicatorResults: isReaderOfRecords,
    indicatorResultsGrouped: isReaderOfRecords,
  },
  Guideline: allow,
  GuidelineResult: allow,
  GuidelineResultPart: allow,
};
