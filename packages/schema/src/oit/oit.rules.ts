import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const oitRules = {
  Query: { oitItems: isReaderOfRecords, oitItemsGrouped: isReaderOfRecords },
  OitItem: allow,
  OitReadiness: allow,
};
