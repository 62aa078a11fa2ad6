import { allow } from '../access/shield.ts';

/** Words are for everybody. */
export const glossaryRules = {
  Query: { glossary: allow },
  GlossaryTerm: allow,
};
