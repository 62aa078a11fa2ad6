import { valueLoader } from '../graphql/loader.ts';
import { agencyDb } from '../tenancy/tenancy.ts';

/** The risks of a register with where they stand, and the method under which they were scored. */
export const scoredRisksByRegisterId = valueLoader(async (context, registerIds: readonly string[]) => {
  const risks = await agencyDb(context).risk.findMany({
    where: { registerId: { in: [...registerIds] } },
    orderBy: [{ code: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      registerId: true,
      level: true,
      likelihood: true,
      impact: true,
      currentAssessment: { select: { methodId: true } },
    },
  });
  return registerIds.map((id) => risks.filter(({ registerId }) => registerId === id));
});

/** The risks of a register with all that is compared from year to year; null when the viewer may not see the register. */
export const comparedRisksByRegisterId = valueLoader(async (context, registerIds: readonly string[]) => {
  const registers = await agencyDb(context).riskRegister.findMany({
    where: { id: { in: [...registerIds] } },
    select: {
      id: true,
      risks: {
        orderBy: [{ code: 'asc' }, { id: 'asc' }],
        include: { causes: true },
      },
    },
  });
  return registerIds.map((id) => registers.find((register) => register.id === id)?.risks ?? null);
});

/** Every assessment of a risk, oldest first. */
export const assessmentsByRiskId = valueLoader(async (context, riskIds: readonly string[]) => {
  const assessments = await agencyDb(context).assessment.findMany({
    where: { riskId: { in: [...riskIds] } },
    orderBy: [{ assessedOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: {
      riskId: true,
      assessedOn: true,
      phase: true,
      likelihood: true,
      impact: true,
      score: true,
      level: true,
      cell: { select: { method: { select: { version: true } } } },
    },
  });
  return riskIds.map((id) => assessments.filter(({ riskId }) => riskId === id));
});
