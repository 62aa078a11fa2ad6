import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const swotRules = {
  Query: { swotAnalyses: isReaderOfRecords },
  SwotAnalysis: allow,
  SwotItem: allow,
};
