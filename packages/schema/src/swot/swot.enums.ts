import { storedEnum } from '../graphql/enums.ts';
import { factorMeanings, quadrantMeanings } from './swot-words.logic.ts';

export const SwotQuadrant = storedEnum('SwotQuadrant', 'ด้านของ SWOT · Quadrant of a SWOT analysis.', quadrantMeanings);

export const SwotFactor = storedEnum(
  'SwotFactor',
  'ปัจจัยตาม 7S และ PESTEL · Factor: McKinsey 7S inside, PESTEL outside.',
  factorMeanings,
);
