import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const declarationRules = {
  Query: { declarations: isReaderOfRecords, declarationsGrouped: isReaderOfRecords },
  Declaration: allow,
  DeclarationAcknowledgement: allow,
};
