import { SwotFactor, SwotQuadrant } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import swotFile from '../../data/swot.json' with { type: 'json' };
import { agencyId, identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { fromDocument } from './source.ts';

const swot = parseData(
  'swot.json',
  z.object({
    agencyCode: z.string(),
    fiscalYear: z.int(),
    document: z.string(),
    section: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        quadrant: z.enum(SwotQuadrant),
        factor: z.enum(SwotFactor),
        rank: z.int(),
        textTh: z.string(),
        textEn: z.string(),
        section: z.string(),
      }),
    ),
  }),
  swotFile,
);

/** The SWOT analysis of document 000. */
export function addSwot(agencyCode: string, rows: TenantRows): void {
  if (swot.agencyCode !== agencyCode) return;
  const owner = agencyId(agencyCode);
  const analysisId = identifier(`swot:${agencyCode}:${swot.fiscalYear}`);
  rows.swotAnalysis.push({
    id: analysisId,
    agencyId: owner,
    fiscalYear: swot.fiscalYear,
    status: 'IMPORTED',
    ...fromDocument(swot.document, swot.section),
  });
  for (const { id, section, ...item } of swot.items) {
    rows.swotItem.push({
      id: identifier(`swot-item:${agencyCode}:${id}`),
      agencyId: owner,
      analysisId,
      ...item,
      sourceSection: section,
    });
  }
}
