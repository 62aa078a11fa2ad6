import type { Client } from './client.ts';
import { nodes } from './registry.ts';

/** A risk as somebody saw it. */
export type RiskAt = { id: string; version: number };

/** The first risks that somebody sees, in the order of their list. */
export const risksOf = async (ask: Client, where = '{}'): Promise<RiskAt[]> =>
  nodes((await ask(`{ risks(first: 30, where: ${where}) { edges { node { id version } } } }`)).data.risks);

/** A risk that somebody sees; there must be one. */
export async function aRisk(ask: Client, where?: string): Promise<RiskAt> {
  const [risk] = await risksOf(ask, where);
  if (!risk) throw new Error(`There is no risk ${where ?? ''} that this client sees.`);
  return risk;
}

/** What `assessRisk` takes: a middling assessment of a risk as it was seen. */
export const assessmentOf = ({ id, version }: RiskAt, more: Readonly<Record<string, unknown>> = {}) => ({
  riskId: id,
  expectedVersion: version,
  phase: 'INHERENT',
  likelihood: 2,
  impact: 3,
  justificationTh: 'ทดสอบการประเมิน',
  ...more,
});
