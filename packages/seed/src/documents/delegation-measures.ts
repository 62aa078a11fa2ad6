import { DelegationDutyKind, IndicatorOperator, PowerVerb } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import measuresFile from '../../data/delegation-measures.json' with { type: 'json' };
import { agencyId, identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { projectId } from './source.ts';

const measures = parseData(
  'delegation-measures.json',
  z.array(
    z.object({
      projectId: z.string(),
      agencyCode: z.string(),
      document: z.string(),
      orderNameTh: z.string().nullable(),
      ordersOperator: z.enum(IndicatorOperator).nullable(),
      ordersCountPrinted: z.int().nullable(),
      chainsAreExamples: z.boolean(),
      chains: z.array(z.object({ delegatorTh: z.string(), delegatesTh: z.array(z.string()), noteEn: z.string() })),
      chainNoteTh: z.string(),
      chainNoteEn: z.string(),
      powers: z.array(z.enum(PowerVerb)),
      basisTh: z.array(z.string()),
      duties: z.array(
        z.object({ kind: z.enum(DelegationDutyKind), partyTh: z.string().nullable(), partyEn: z.string().nullable() }),
      ),
    }),
  ),
  measuresFile,
);

/** What an agency's plan promises about delegation orders. */
export function addDelegationMeasures(agencyCode: string, rows: TenantRows): void {
  const owner = agencyId(agencyCode);
  for (const { projectId: project, chains, duties, document, agencyCode: _of, ...measure } of measures.filter(
    (each) => each.agencyCode === agencyCode,
  )) {
    const measureId = identifier(`delegation-measure:${project}`);
    rows.delegationMeasure.push({
      id: measureId,
      agencyId: owner,
      projectId: projectId(project),
      ...measure,
      origin: 'DOCUMENT',
      sourceDocument: document,
    });
    const part = (kind: string, index: number) => ({
      id: identifier(`${kind}:${project}:${index + 1}`),
      agencyId: owner,
      measureId,
      sortOrder: index + 1,
    });
    for (const [index, chain] of chains.entries())
      rows.delegationChain.push({ ...part('delegation-chain', index), ...chain });
    for (const [index, duty] of duties.entries())
      rows.delegationDuty.push({ ...part('delegation-duty', index), ...duty });
  }
}
