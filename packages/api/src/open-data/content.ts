import { z } from 'zod';

/** The parts of published contents that open data tells. Contents of before lack what was added later, so nothing but lists is required. */
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

const mitigation = z.looseObject({ status: z.string() });

const risk = z.looseObject({
  id: z.string(),
  code: z.string(),
  titleTh: z.string(),
  level: z.string().nullish(),
  causes: list(z.object({ textTh: z.string() })),
  controls: list(z.object({ textTh: z.string() })),
  mitigations: list(mitigation),
});

/** The content of a published register. */
export const registerContent = z.looseObject({ risks: list(risk) });

const project = z.looseObject({
  id: z.string(),
  titleTh: z.string(),
  dimension: z.number().nullish(),
  responsibleUnits: list(z.string()),
  budgetLines: list(z.looseObject({ fiscalYear: z.number(), status: z.string(), amount: z.string().nullish() })),
  indicators: list(z.looseObject({})),
});

/** The content of a published plan. */
export const planContent = z.looseObject({ projects: list(project) });

/** The content of a published SWOT analysis. */
export const analysisContent = z.looseObject({ items: list(z.looseObject({})) });

const reportItem = z.looseObject({
  id: z.string(),
  values: list(z.looseObject({ kind: z.string() })),
  measures: list(z.looseObject({})),
});

/** The content of a published report of the year. */
export const reportContent = z.looseObject({ id: z.string(), reportKind: z.string(), items: list(reportItem) });
