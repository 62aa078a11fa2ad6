// What a run tries: all of it before a change lands (`CI`), a tenth at a desk; `GENERATED=10` asks for ten times as much of what is generated.
export const part = Number(process.env.GENERATED ?? (process.env.CI ? 1 : 1 / 10));

/** Which of some a run tries: its part of them as a rule, others each time, and at least one. */
export function drawn(whole) {
  if (part >= 1 || whole.length < 2) return whole;
  const first = Math.floor(Math.random() * whole.length);
  // Of those besides the first so many that together they are the part.
  const ofOthers = (part * whole.length - 1) / (whole.length - 1);
  return whole.filter((_each, place) => place === first || Math.random() < ofOthers);
}
