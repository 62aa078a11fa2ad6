import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const libraryRules = {
  Query: { libraryRisks: isReaderOfRecords },
  LibraryRisk: allow,
  LibraryMeasure: allow,
  LibraryResponse: allow,
};
