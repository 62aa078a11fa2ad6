import { isCityAdministrator } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const trustedRules = {
  Query: { trustedDocuments: isCityAdministrator },
  TrustedDocument: allow,
  TrustedDocumentClient: allow,
  TrustedDocumentUse: allow,
};
