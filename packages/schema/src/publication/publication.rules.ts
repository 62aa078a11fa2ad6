import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const publicationRules = {
  Query: {
    publicItems: isReaderOfRecords,
    procurementSummaries: isReaderOfRecords,
    publicItemsGrouped: isReaderOfRecords,
  },
  PublicItem: allow,
};
