import { isReaderOfRecords } from '../access/access.rules.ts';
import { allow } from '../access/shield.ts';

export const searchRules = {
  Query: { search: isReaderOfRecords },
  SearchConnection: allow,
  SearchEdge: allow,
  SearchHighlight: allow,
  SearchHighlightPart: allow,
};
