import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const activityRules = {
  Query: { activities: isReaderOfRecords, trainings: isReaderOfRecords, activitiesGrouped: isReaderOfRecords },
  IntegrityActivity: allow,
  ActivityShare: allow,
  MeasuredValue: allow,
};
