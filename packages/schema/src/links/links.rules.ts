import { isEditorOfAgency } from '../access/access.rules.ts';

export const linksRules = {
  Mutation: { linkSwotItem: isEditorOfAgency },
};
