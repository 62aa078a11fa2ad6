import type { FieldProblem } from '../base/message.logic.ts';
import { factorTh, quadrantTh, type SwotFactorName, type SwotQuadrantName } from './swot-words.logic.ts';

const internalFactors = ['STRATEGY', 'STRUCTURE', 'SYSTEM', 'STYLE', 'STAFF', 'SKILL', 'SHARED_VALUES'] as const;
const externalFactors = ['POLITICAL', 'ECONOMIC', 'SOCIAL', 'TECHNOLOGICAL', 'ENVIRONMENTAL', 'LEGAL'] as const;

const isInternal = (quadrant: SwotQuadrantName): boolean => quadrant === 'STRENGTH' || quadrant === 'WEAKNESS';

/** What is wrong with a factor under a quadrant: strengths and weaknesses are seen by 7S, opportunities and threats by PESTEL. */
export function factorProblems(quadrant: SwotQuadrantName, factor: SwotFactorName): FieldProblem[] {
  const fitting: readonly SwotFactorName[] = isInternal(quadrant) ? internalFactors : externalFactors;
  if (fitting.includes(factor)) return [];
  const message = isInternal(quadrant)
    ? {
        th: `${factorTh(factor)}เป็นปัจจัยภายนอก ด้าน${quadrantTh(quadrant)}ใช้ปัจจัยภายใน (7S): ${fitting.map(factorTh).join(' ')}`,
        en: `${factor} is an external factor; a ${quadrant} has an internal one (7S): ${fitting.join(', ')}.`,
      }
    : {
        th: `${factorTh(factor)}เป็นปัจจัยภายใน ด้าน${quadrantTh(quadrant)}ใช้ปัจจัยภายนอก (PESTEL): ${fitting.map(factorTh).join(' ')}`,
        en: `${factor} is an internal factor; a ${quadrant} has an external one (PESTEL): ${fitting.join(', ')}.`,
      };
  return [{ field: 'factor', message }];
}
