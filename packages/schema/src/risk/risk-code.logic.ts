const numbered = /^R-(\d{1,6})$/;

/** The code of the next risk of a register: one after the highest `R-01`, `R-02` … that is taken; a gap below it stays one. */
export function nextRiskCode(taken: readonly string[]): string {
  const highest = Math.max(0, ...taken.map((code) => Number(numbered.exec(code)?.[1] ?? 0)));
  return `R-${String(highest + 1).padStart(2, '0')}`;
}
