import { allow } from '../access/shield.ts';

/** Words are for everybody. */
export const glossaryRules = {
  Query: { glossary: allow, labels: allow, errorCodes: allow },
  GlossaryTerm: allow,
  EnumLabel: allow,
  ErrorCode: allow,
};
