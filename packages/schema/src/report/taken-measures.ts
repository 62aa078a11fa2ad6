import { most } from '../graphql/limits/parts.logic.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** The risks that a report on bribery is about. */
export const briberyRisks = { corruptionTypes: { has: 'BRIBERY' } } as const;

/** What was done about some bribery risks, as a report takes it over: their measures, and their level before and after. */
export async function takenMeasures(db: ScopedDb, where: object) {
  const risks = await db.risk.findMany({
    where: { AND: [where, briberyRisks] },
    orderBy: [{ code: 'asc' }, { id: 'asc' }],
    // One more than a report holds shows that there are too many.
    take: most.itemsOfReport + 1,
    select: {
      id: true,
      titleTh: true,
      level: true,
      assessments: {
        where: { phase: 'INHERENT' },
        orderBy: [{ assessedOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
        take: 1,
        select: { level: true },
      },
      mitigations: {
        orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
        select: { id: true, measureTh: true, status: true, progressPercent: true, doneOn: true, version: true },
      },
    },
  });
  return risks.map(({ id: riskId, titleTh, level, assessments, mitigations }) => ({
    riskId,
    titleTh,
    levelBefore: assessments[0]?.level ?? null,
    levelAfter: level,
    measures: mitigations.map(
      ({ id: mitigationId, version: takenVersion, status: mitigationStatus, ...measure }, place) => ({
        mitigationId,
        mitigationStatus,
        takenVersion,
        sortOrder: place + 1,
        ...measure,
      }),
    ),
  }));
}
