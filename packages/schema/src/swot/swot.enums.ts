import { enumOf } from '../graphql/enums.ts';
import type { SwotFactorName, SwotQuadrantName } from './swot-words.logic.ts';
import { factorMeanings, quadrantMeanings } from './swot-words.logic.ts';

export const SwotQuadrant = enumOf<SwotQuadrantName>(
  'SwotQuadrant',
  'ด้านของ SWOT · Quadrant of a SWOT analysis.',
  quadrantMeanings,
);

export const SwotFactor = enumOf<SwotFactorName>(
  'SwotFactor',
  'ปัจจัยตาม 7S และ PESTEL · Factor: McKinsey 7S inside, PESTEL outside.',
  factorMeanings,
);
