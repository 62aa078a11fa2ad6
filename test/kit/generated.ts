/** The part that a run tries of what tests generate: all of it before a change lands (`CI`), a tenth at a desk; `GENERATED=10` asks for ten times as much. */
const part = Number(process.env.GENERATED ?? (process.env.CI ? 1 : 1 / 10));

/** Whether this run tries all of it, and walks the longest ways as well. */
export const triesAll = part >= 1;

/** How many of `whole` cases this run tries. */
export const generated = (whole: number): number => Math.max(1, Math.ceil(whole * part));

/** Which of them this run tries: others each time, and at least one. */
export function drawn<T>(whole: readonly T[]): readonly T[] {
  if (triesAll || whole.length === 0) return whole;
  const first = Math.floor(Math.random() * whole.length);
  return whole.filter((_each, place) => place === first || Math.random() < part);
}
