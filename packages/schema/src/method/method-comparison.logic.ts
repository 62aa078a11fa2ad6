import { type RiskLevelName, rankOf } from './level.logic.ts';
import type { MatrixCell } from './method-cells.logic.ts';
import type { MethodScales } from './method-draft.logic.ts';

/** What of a method decides the level of a risk, and what that level asks for. */
export type ScoringMethod = MethodScales & {
  readonly cells: readonly MatrixCell[];
  readonly levels: readonly { readonly level: RiskLevelName; readonly needsPlan: boolean }[];
};

export type ComparedRisk = {
  readonly id: string;
  readonly level: RiskLevelName | 'UNASSESSED';
  readonly likelihood: number | null;
  readonly impact: number | null;
};

export type LevelMove = 'RAISED' | 'LOWERED' | 'SAME' | 'UNASSESSED';

export type LevelAndScore = { readonly level: RiskLevelName | 'UNASSESSED'; readonly score: number | null };

export type RiskChange = {
  readonly riskId: string;
  readonly from: LevelAndScore;
  readonly to: LevelAndScore & { readonly likelihood: number | null; readonly impact: number | null };
  readonly move: LevelMove;
  /** True when the other method demands a plan for the risk and its own does not. */
  readonly newlyNeedsPlan: boolean;
};

export type LevelTransition = {
  readonly from: RiskLevelName | 'UNASSESSED';
  readonly to: RiskLevelName | 'UNASSESSED';
  readonly move: LevelMove;
  readonly riskCount: number;
};

/**
 * The step of a scale that lies where a step of another scale lies. Documents say nothing of converting scales: this keeps the ends at the
 * ends and the distances in between, so that no risk overtakes another. A step that falls exactly between two goes to the higher one,
 * because a registry should rather look at a risk once too often than overlook it.
 */
export const stepOnScale = (step: number, stepsFrom: number, stepsTo: number): number =>
  Math.floor(1 + ((step - 1) * (stepsTo - 1)) / (stepsFrom - 1) + 0.5);

/** What would change if the risks, scored under one method, were scored under another; nothing is stored. */
export const changesUnder = (risks: readonly ComparedRisk[], own: ScoringMethod, other: ScoringMethod): RiskChange[] =>
  risks.map((risk) => changeUnder(risk, own, other));

function changeUnder(risk: ComparedRisk, own: ScoringMethod, other: ScoringMethod): RiskChange {
  const { id: riskId, level, likelihood, impact } = risk;
  if (level === 'UNASSESSED' || likelihood === null || impact === null) {
    const unassessed = { level: 'UNASSESSED', score: null } as const;
    const to = { ...unassessed, likelihood: null, impact: null };
    return { riskId, from: unassessed, to, move: 'UNASSESSED', newlyNeedsPlan: false };
  }
  const from = cellAt(own, likelihood, impact);
  const to = cellAt(
    other,
    stepOnScale(likelihood, own.likelihoodMax, other.likelihoodMax),
    stepOnScale(impact, own.impactMax, other.impactMax),
  );
  return {
    riskId,
    from: { level, score: from.score },
    to: { level: to.level, score: to.score, likelihood: to.likelihood, impact: to.impact },
    move: moveBetween(level, to.level),
    newlyNeedsPlan: needsPlan(other, to.level) && !needsPlan(own, level),
  };
}

function cellAt({ cells }: ScoringMethod, likelihood: number, impact: number): MatrixCell {
  const found = cells.find((cell) => cell.likelihood === likelihood && cell.impact === impact);
  if (found === undefined) throw new Error(`The method has no cell for likelihood ${likelihood} x impact ${impact}.`);
  return found;
}

function moveBetween(from: RiskLevelName, to: RiskLevelName): LevelMove {
  if (from === to) return 'SAME';
  return rankOf(to) > rankOf(from) ? 'RAISED' : 'LOWERED';
}

const needsPlan = ({ levels }: ScoringMethod, level: RiskLevelName): boolean =>
  levels.some((described) => described.level === level && described.needsPlan);

/** How many risks make each move from level to level, from the lowest levels up, the unassessed ones first. */
export function transitionsOf(changes: readonly RiskChange[]): LevelTransition[] {
  const counted = new Map<string, LevelTransition>();
  for (const { from, to, move } of changes) {
    const key = `${from.level} ${to.level}`;
    const riskCount = (counted.get(key)?.riskCount ?? 0) + 1;
    counted.set(key, { from: from.level, to: to.level, move, riskCount });
  }
  const place = (level: RiskLevelName | 'UNASSESSED') => (level === 'UNASSESSED' ? -1 : rankOf(level));
  return [...counted.values()].toSorted((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
}
