import { z } from 'zod';
import plansFile from '../../data/plans.json' with { type: 'json' };
import { frameworkVersion } from '../reference/framework.ts';
import { agencyId, frameworkId, identifier } from '../rows/identifiers.ts';
import { parseData } from '../rows/parse-data.ts';
import type { TenantRows } from '../rows/tenant-rows.ts';
import { fromDocument, planId } from './source.ts';

const statement = z.object({ textTh: z.string(), textEn: z.string() });

const plans = parseData(
  'plans.json',
  z.array(
    z.object({
      id: z.string(),
      agencyCode: z.string(),
      document: z.string(),
      section: z.string(),
      titleTh: z.string(),
      titleEn: z.string(),
      printedTitle: z.string().nullable(),
      inferred: z.array(z.string()),
      noteTh: z.string().nullable(),
      noteEn: z.string().nullable(),
      fiscalYearFrom: z.int(),
      fiscalYearTo: z.int(),
      announcedOn: z.iso.date().nullable(),
      objectives: z.array(statement),
      goals: z.array(statement),
      benefits: z.array(statement),
      printedFigures: z.array(
        z.object({
          kind: z.enum(['PROJECT_COUNT', 'BUDGET_TOTAL']),
          dimensionNumber: z.int().nullable(),
          fiscalYear: z.int().nullable(),
          printedText: z.string(),
          value: z.number().nullable(),
          section: z.string().nullable(),
        }),
      ),
    }),
  ),
  plansFile,
);

/** An agency's plan with its statements and the figures that its document prints. */
export function addPlans(agencyCode: string, rows: TenantRows): void {
  const owner = agencyId(agencyCode);
  for (const plan of plans.filter((each) => each.agencyCode === agencyCode)) {
    const { id, document, section, agencyCode: _of, objectives, goals, benefits, printedFigures, ...heading } = plan;
    rows.plan.push({
      id: planId(id),
      agencyId: owner,
      frameworkId: frameworkId(frameworkVersion),
      ...heading,
      status: 'IMPORTED',
      ...fromDocument(document, section),
    });
    const statements = { OBJECTIVE: objectives, GOAL: goals, BENEFIT: benefits } as const;
    for (const kind of ['OBJECTIVE', 'GOAL', 'BENEFIT'] as const) {
      for (const [index, text] of statements[kind].entries()) {
        const key = `statement:${id}:${kind}:${index + 1}`;
        rows.planStatement.push({
          id: identifier(key),
          agencyId: owner,
          planId: planId(id),
          kind,
          sortOrder: index + 1,
          ...text,
        });
      }
    }
    for (const [index, { section: place, ...figure }] of printedFigures.entries()) {
      const key = `printed-figure:${id}:${index + 1}`;
      rows.printedFigure.push({
        id: identifier(key),
        agencyId: owner,
        planId: planId(id),
        ...figure,
        sourceSection: place,
      });
    }
  }
}
