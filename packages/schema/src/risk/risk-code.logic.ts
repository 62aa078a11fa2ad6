const numbered = /^R-(\d{1,6})$/;

/** The code of the next risk of a register: one after the highest `R-01`, `R-02` … that is taken; a gap below it stays one. */
export function nextRiskCode(taken: readonly string[]): string {
  const highest = Math.max(0, ...taken.map((code) => Number(numbered.exec(code)?.[1] ?? 0)));
  return `R-${String(highest + 1).padStart(2, '0')}`;
}

type Coded<Row> = {
  /** The code that the user chose. */
  readonly given: string | undefined;
  /** The code to begin with where none was given. */
  readonly first: string;
  readonly taken: () => PromiseLike<readonly string[]>;
  /** Adds the risk, unless its code has just been taken. */
  readonly add: (code: string) => PromiseLike<Row | undefined>;
};

/** Adds a risk under a free code, as another act may take one at the same time; null where the code that was given is taken. */
export async function addUnderCode<Row>({ given, first, taken, add }: Coded<Row>): Promise<Row | null> {
  for (let code = given ?? first; ; code = nextRiskCode([...(await taken()), code])) {
    const row = await add(code);
    if (row) return row;
    if (given !== undefined) return null;
  }
}
