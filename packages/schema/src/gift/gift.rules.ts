import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const giftRules = {
  Query: {
    giftReports: isReaderOfRecords,
    giftReportsGrouped: isReaderOfRecords,
    noGiftStatements: isReaderOfRecords,
    giftYears: isReaderOfRecords,
  },
  GiftReport: allow,
  NoGiftStatement: allow,
  GiftYear: allow,
};
