import { cityTerms } from './city-terms.logic.ts';
import { delegationTerms } from './delegation-terms.logic.ts';
import { integrityTerms } from './integrity-terms.logic.ts';
import { recordTerms } from './record-terms.logic.ts';
import { riskTerms } from './risk-terms.logic.ts';
import { roleTerms } from './role-terms.logic.ts';
import type { Term } from './term.logic.ts';

/** The words of the registry, by subject. */
export const glossaryParts: readonly { readonly title: string; readonly terms: readonly Term[] }[] = [
  { title: 'บทบาท · Roles', terms: roleTerms },
  { title: 'ความเสี่ยงและ SWOT · Risks and SWOT', terms: riskTerms },
  { title: 'การมอบอำนาจ · Delegation', terms: delegationTerms },
  { title: 'ระเบียนและขั้นตอน · Records and their steps', terms: recordTerms },
  { title: 'งานคุณธรรมและความโปร่งใสในรอบปี · The integrity year', terms: integrityTerms },
  { title: 'หน่วยงานและทะเบียน · Agencies and the registry', terms: cityTerms },
];

export const glossary: readonly Term[] = glossaryParts.flatMap(({ terms }) => terms);
