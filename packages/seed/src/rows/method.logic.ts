export type RiskLevelName = 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';

/** The scores, first and last included, that a method calls by one level. */
export type ScoreBand = { level: RiskLevelName; scoreFrom: number; scoreTo: number };

export type MatrixCell = { likelihood: number; impact: number; score: number; level: RiskLevelName };

/**
 * The cells of a risk matrix whose score is likelihood x impact. Bands have to follow one another without gap or overlap from 1 to the
 * highest product, and each level is used by one band, so that every cell has exactly one level.
 */
export function expandBands(likelihoodMax: number, impactMax: number, bands: readonly ScoreBand[]): MatrixCell[] {
  refuseUnevenBands(likelihoodMax * impactMax, bands);
  const cells: MatrixCell[] = [];
  for (let likelihood = 1; likelihood <= likelihoodMax; likelihood++) {
    for (let impact = 1; impact <= impactMax; impact++) {
      const score = likelihood * impact;
      const band = bands.find(({ scoreFrom, scoreTo }) => scoreFrom <= score && score <= scoreTo);
      if (band === undefined)
        throw new Error(`no level covers score ${score} (likelihood ${likelihood} x impact ${impact})`);
      cells.push({ likelihood, impact, score, level: band.level });
    }
  }
  return cells;
}

/** The level of one score, for callers that know the bands to be even. */
export function levelOfScore(bands: readonly ScoreBand[], score: number): RiskLevelName {
  const band = bands.find(({ scoreFrom, scoreTo }) => scoreFrom <= score && score <= scoreTo);
  if (band === undefined) throw new Error(`no level covers score ${score}`);
  return band.level;
}

function refuseUnevenBands(scoreMax: number, bands: readonly ScoreBand[]): void {
  const levels = new Set<RiskLevelName>();
  let expected = 1;
  for (const { level, scoreFrom, scoreTo } of bands.toSorted((a, b) => a.scoreFrom - b.scoreFrom)) {
    if (levels.has(level)) throw new Error(`level ${level} has two bands`);
    levels.add(level);
    if (scoreTo < scoreFrom) throw new Error(`band of ${level} ends before it starts`);
    if (scoreFrom > expected) throw new Error(`gap: no level covers scores ${expected} to ${scoreFrom - 1}`);
    if (scoreFrom < expected) throw new Error(`overlap: two levels cover score ${scoreFrom}`);
    expected = scoreTo + 1;
  }
  if (expected <= scoreMax) throw new Error(`gap: no level covers scores ${expected} to ${scoreMax}`);
  if (expected > scoreMax + 1) throw new Error(`a level reaches ${expected - 1}, but the highest score is ${scoreMax}`);
}
