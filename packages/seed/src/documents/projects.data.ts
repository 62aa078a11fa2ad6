import { z } from 'zod';
import projectsFile from '../../data/projects.json' with { type: 'json' };
import { parseData } from '../rows/parse-data.ts';

const text = z.object({ textTh: z.string(), textEn: z.string() });
const inferred = z.array(z.string()).default([]);

type Step = z.output<typeof text> & { readonly children: readonly Step[] };

const step: z.ZodType<Step> = text.extend({
  get children() {
    return z.array(step).default([]);
  },
});

const project = z.object({
  id: z.string(),
  planId: z.string(),
  agencyCode: z.string(),
  document: z.string(),
  section: z.string().nullable(),
  dimensionNumber: z.int().min(1).max(4),
  missionCode: z.string(),
  subMissionCode: z.string().nullable(),
  printedCode: z.string().nullable(),
  sequenceNo: z.int(),
  sortOrder: z.int(),
  kind: z.enum(['PROJECT', 'ACTIVITY', 'MEASURE']),
  titleTh: z.string(),
  titleEn: z.string(),
  printedTitle: z.string().nullable(),
  inferred,
  rationale: text.nullable(),
  objectives: z.array(text),
  steps: z.array(step),
  targetGroups: z.array(
    z.object({ textTh: z.string().nullable(), textEn: z.string().nullable(), headcount: z.int().nullable() }),
  ),
  fiscalYears: z.array(z.int()),
  quarters: z.array(z.int().min(1).max(4)),
  periodPrinted: z.string().nullable(),
  budgetLines: z.array(
    z.object({
      fiscalYear: z.int(),
      status: z.enum(['BUDGETED', 'NO_BUDGET', 'UNKNOWN']),
      amount: z.number().nullable(),
      sheetAmount: z.number().optional(),
      amountPrinted: z.string().nullable(),
      sheetPrinted: z.string().nullable(),
      inferred,
    }),
  ),
  indicators: z.array(
    z.object({
      kind: z.enum(['OUTPUT', 'OUTCOME']),
      textTh: z.string(),
      textEn: z.string(),
      operator: z.enum(['GTE', 'LTE', 'EQ', 'INCREASE', 'DECREASE']).nullable(),
      threshold: z.number().nullable(),
      unit: z.string().nullable(),
      unitTh: z.string().nullable(),
      measuredByTh: z.string().nullable(),
      measuredByEn: z.string().nullable(),
      comparesWithPreviousYear: z.boolean(),
      inferred,
    }),
  ),
  responsibleUnitCodes: z.array(z.string()),
  responsiblePrinted: z.string().nullable(),
  notes: z.array(text),
});

export type DocumentProject = z.output<typeof project>;

/** The 54 projects of the four plans. */
export const documentProjects = parseData('projects.json', z.array(project), projectsFile);
