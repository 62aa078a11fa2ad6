/** What is compared of a risk from one year to the next. */
export type ComparedRisk = {
  readonly id: string;
  readonly titleTh: string;
  readonly titleEn: string | null;
  readonly processArea: string;
  readonly furtherProcessAreas: readonly string[];
  readonly corruptionTypes: readonly string[];
  readonly itaArea: string | null;
  readonly factorKind: string | null;
  readonly actorTh: string | null;
  readonly actorEn: string | null;
  readonly responsibleUnitId: string | null;
  readonly level: string;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly causes: readonly { readonly sortOrder: number; readonly textTh: string; readonly textEn: string | null }[];
};

/** A risk of the later year; `carriedFromId` is the risk of the earlier year that it continues, null for a new one. */
export type ContinuingRisk = ComparedRisk & { readonly carriedFromId: string | null };

export const comparedFields = [
  'titleTh',
  'titleEn',
  'processArea',
  'furtherProcessAreas',
  'corruptionTypes',
  'itaArea',
  'factorKind',
  'actorTh',
  'actorEn',
  'responsibleUnitId',
  'level',
  'likelihood',
  'impact',
  'causes',
] as const;

export type ComparedField = (typeof comparedFields)[number];

export type YearChange<Earlier, Later> =
  | { readonly kind: 'UNCHANGED'; readonly earlier: Earlier; readonly later: Later }
  | {
      readonly kind: 'CHANGED';
      readonly earlier: Earlier;
      readonly later: Later;
      readonly changedFields: readonly ComparedField[];
    }
  | { readonly kind: 'NEW'; readonly later: Later }
  | { readonly kind: 'CLOSED'; readonly earlier: Earlier };

/**
 * What became of the risks of one year in the next: first the risks of the later register in their order, then those that nobody continues.
 * Several risks may continue one (it was split). A link to a risk that is not among the earlier ones makes a risk new here.
 */
export function yearChanges<Earlier extends ComparedRisk, Later extends ContinuingRisk>(
  earlierRisks: readonly Earlier[],
  laterRisks: readonly Later[],
): YearChange<Earlier, Later>[] {
  const earlierById = new Map(earlierRisks.map((risk) => [risk.id, risk]));
  const continuedIds = new Set(laterRisks.map(({ carriedFromId }) => carriedFromId));
  return [
    ...laterRisks.map((later): YearChange<Earlier, Later> => {
      const earlier = later.carriedFromId === null ? undefined : earlierById.get(later.carriedFromId);
      if (earlier === undefined) return { kind: 'NEW', later };
      const changedFields = comparedFields.filter(
        (field) => comparableValue(earlier, field) !== comparableValue(later, field),
      );
      return changedFields.length === 0
        ? { kind: 'UNCHANGED', earlier, later }
        : { kind: 'CHANGED', earlier, later, changedFields };
    }),
    ...earlierRisks
      .filter(({ id }) => !continuedIds.has(id))
      .map((earlier): YearChange<Earlier, Later> => ({ kind: 'CLOSED', earlier })),
  ];
}

/** The value of a field in a form that can be compared: types of corruption and process areas have no order, causes have one. */
function comparableValue(risk: ComparedRisk, field: ComparedField): string | number | null {
  switch (field) {
    case 'furtherProcessAreas':
    case 'corruptionTypes':
      return JSON.stringify(risk[field].toSorted());
    case 'causes':
      return JSON.stringify(inOrder(risk.causes).map(({ textTh, textEn }) => [textTh, textEn]));
    default:
      return risk[field];
  }
}

export const inOrder = <Part extends { readonly sortOrder: number }>(parts: readonly Part[]): Part[] =>
  parts.toSorted((a, b) => a.sortOrder - b.sortOrder);
