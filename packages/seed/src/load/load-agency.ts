/** An agency of the load: its place in the sequence varies what it holds, in the fiscal years from `firstYear` to `LAST_YEAR`. */
export type LoadAgency = { id: string; code: string; number: number; firstYear: number };

export const LAST_YEAR = 2570;

/** The default number of years of records of an agency. */
export const YEARS_MAX = 5;

/** Per agency and fiscal year. */
export const loadCounts = {
  projects: 20,
  risks: 40,
  mitigationsOfRisk: 3,
  orders: 12,
  powersOfOrder: 5,
  activities: 9,
} as const;
