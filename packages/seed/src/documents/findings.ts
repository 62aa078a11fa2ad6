import { FindingSeverity } from '@registry/prisma/generated/client/enums.ts';
import { z } from 'zod';
import findingsFile from '../../data/findings.json' with { type: 'json' };
import { agencyId, identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { fromDocument, planId, projectId, registerId } from './source.ts';

const findings = parseData(
  'findings.json',
  z.array(
    z.object({
      no: z.int(),
      code: z.string().regex(/^[A-Z_]+$/),
      severity: z.enum(FindingSeverity),
      agencyCode: z.string(),
      document: z.string(),
      section: z.string(),
      sectionEn: z.string(),
      planId: z.string().nullable(),
      projectId: z.string().nullable(),
      registerOf: z.string().nullable(),
      dimensionNumber: z.int().nullable(),
      fiscalYear: z.int().nullable(),
      printed: z.string().nullable(),
      computed: z.string().nullable(),
      messageTh: z.string(),
      messageEn: z.string(),
    }),
  ),
  findingsFile,
);

const REGISTER_YEAR = 2567;

/** What the documents contradict in themselves or leave out. */
export function addFindings(agencyCode: string, rows: TenantRows): void {
  for (const finding of findings) {
    if (finding.agencyCode !== agencyCode) continue;
    const { no, document, section, sectionEn, planId: plan, projectId: project, registerOf, ...rest } = finding;
    const { agencyCode: _of, ...said } = rest;
    rows.finding.push({
      id: identifier(`finding:${no}`),
      agencyId: agencyId(agencyCode),
      planId: plan === null ? null : planId(plan),
      projectId: project === null ? null : projectId(project),
      registerId: registerOf === null ? null : registerId(registerOf, REGISTER_YEAR),
      ...said,
      ...fromDocument(document, `${section} · ${sectionEn}`),
    });
  }
}
