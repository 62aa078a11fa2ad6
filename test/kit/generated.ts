import { part } from '../runner/drawn.mjs';

export { drawn } from '../runner/drawn.mjs';

/** Whether this run tries all of what tests generate, and walks the longest ways as well. */
export const triesAll = part >= 1;

/** How many of `whole` cases this run tries. */
export const generated = (whole: number): number => Math.max(1, Math.ceil(whole * part));
