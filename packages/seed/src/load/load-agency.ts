/** An agency of the load: its place in the sequence varies what it holds. */
export type LoadAgency = { id: string; code: string; number: number };

export const loadYears = { first: 2566, last: 2570 } as const;

/** Per agency and fiscal year. */
export const loadCounts = { projects: 20, risks: 40, mitigationsOfRisk: 3, orders: 12, powersOfOrder: 5 } as const;
