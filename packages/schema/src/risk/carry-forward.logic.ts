/** What is compared of a risk from one year to the next, each by its name. */
export const comparedFields = {
  titleTh: 'เหตุการณ์ภาษาไทย · Thai title.',
  titleEn: 'เหตุการณ์ภาษาอังกฤษ · English title.',
  processArea: 'กระบวนงาน · Process area.',
  furtherProcessAreas: 'กระบวนงานอื่นที่เกี่ยวข้อง · Further process areas.',
  corruptionTypes: 'ประเภทการทุจริต · Types of corruption.',
  itaArea: 'ด้านตามแบบประเมินความเสี่ยงการรับสินบน · Area of the bribery form.',
  factorKind: 'ลักษณะปัจจัยเสี่ยง · Kind of risk factor.',
  actorTh: 'ผู้เกี่ยวข้องภาษาไทย · Actor, in Thai.',
  actorEn: 'ผู้เกี่ยวข้องภาษาอังกฤษ · Actor, in English.',
  responsibleUnitId: 'ส่วนราชการที่รับผิดชอบ · Responsible unit.',
  level: 'ระดับ · Level.',
  likelihood: 'โอกาส · Likelihood.',
  impact: 'ผลกระทบ · Impact.',
  causes: 'สาเหตุ · Causes.',
};

export type ComparedField = keyof typeof comparedFields;
const isComparedField = (name: string): name is ComparedField => name in comparedFields;

type Value = string | number | readonly string[] | null;
type Cause = { readonly sortOrder: number; readonly textTh: string; readonly textEn: string | null };

/** A risk with what is compared of it. */
export type ComparedRisk = { readonly id: string; readonly causes: readonly Cause[] } & {
  readonly [Column in Exclude<ComparedField, 'causes'>]?: Value;
};

/** A risk of the later year; `carriedFromId` is the risk of the earlier year that it continues, null for a new one. */
export type ContinuingRisk = ComparedRisk & { readonly carriedFromId: string | null };

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
 * What became of the risks of one year in the next: first the later register's risks in their order, then those that were not continued.
 * Several risks may continue one (it was split). A link to a risk outside the earlier register makes a risk new.
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
      const changedFields = Object.keys(comparedFields)
        .filter(isComparedField)
        .filter((field) => comparableValue(earlier, field) !== comparableValue(later, field));
      return changedFields.length === 0
        ? { kind: 'UNCHANGED', earlier, later }
        : { kind: 'CHANGED', earlier, later, changedFields };
    }),
    ...earlierRisks
      .filter(({ id }) => !continuedIds.has(id))
      .map((earlier): YearChange<Earlier, Later> => ({ kind: 'CLOSED', earlier })),
  ];
}

/** The value of a field in a form that can be compared: lists of a column have no order, causes have one. */
function comparableValue(risk: ComparedRisk, field: ComparedField): string {
  if (field === 'causes') return JSON.stringify(inOrder(risk.causes).map(({ textTh, textEn }) => [textTh, textEn]));
  const value = risk[field];
  return JSON.stringify(typeof value === 'object' && value ? value.toSorted() : value);
}

export const inOrder = <Part extends { readonly sortOrder: number }>(parts: readonly Part[]): Part[] =>
  parts.toSorted((a, b) => a.sortOrder - b.sortOrder);
