// What a run tries: all of it before a change lands (`CI`), a tenth at a desk; `GENERATED=10` asks for ten times as much of what is generated.
export const part = Number(process.env.GENERATED ?? (process.env.CI ? 1 : 1 / 10));

/** Which of some a run tries: others each time, and at least one. */
export function drawn(whole) {
  if (part >= 1 || whole.length === 0) return whole;
  const first = Math.floor(Math.random() * whole.length);
  return whole.filter((_each, place) => place === first || Math.random() < part);
}
