import { allow } from '../access/shield.ts';

export const verdictRules = {
  Verdict: allow,
  // Whoever sees a record may ask what they may do with it; the answer is a refusal where that is nothing.
  '*': { can: allow },
};
