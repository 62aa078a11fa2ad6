import type { Dataset } from './dataset.ts';
import { editions } from './datasets/editions.ts';
import { swotItems } from './datasets/of-analyses.ts';
import { budgetLines, budgets, indicators, projects } from './datasets/of-plans.ts';
import { mitigationStates, mitigations, riskLevels, risks } from './datasets/of-registers.ts';
import { yearReportItems, yearReportMeasures, yearReports, yearReportValues } from './datasets/of-reports.ts';

/** All open data, in the order of the catalogue. */
export const datasets: readonly Dataset[] = [
  editions,
  projects,
  budgetLines,
  indicators,
  budgets,
  risks,
  mitigations,
  riskLevels,
  mitigationStates,
  swotItems,
  yearReports,
  yearReportItems,
  yearReportValues,
  yearReportMeasures,
];
