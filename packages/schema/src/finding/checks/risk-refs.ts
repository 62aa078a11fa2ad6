import { Prisma } from '@registry/prisma/generated/client/client.ts';

/** The references of a finding on a risk, which `r` names. */
export const riskRefs = Prisma.raw(
  `jsonb_build_object('registerId', r."registerId", 'riskId', r.id, 'fiscalYear', r."fiscalYear")`,
);

/** The same for a mitigation of a risk, as `m` names it. */
export const mitigationRefs = Prisma.raw(
  `jsonb_build_object('registerId', m."registerId", 'riskId', m."riskId", 'fiscalYear', m."fiscalYear", 'mitigationId', m.id)`,
);
