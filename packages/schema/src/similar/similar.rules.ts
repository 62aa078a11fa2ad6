import { allow } from '../access/shield.ts';

export const similarRules = { SimilarRecord: allow };
