import { expect } from '@jest/globals';
import { thaiDate, thaiTime } from '@registry/schema/base/thai-date.logic.ts';
import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { nodes, type Registry } from '../kit/registry.ts';

/** What tests ask of an entry. */
export const entryFields = `seq at by role act actTh actEn action entity nodeId reason hash summaryTh summaryEn agency { code }
  changes { field labelTh labelEn before after }`;

/** A risk, as acts need it. */
export type Risk = { id: string; code: string; version: number };

/** A risk of an approved register. */
export const aRisk = async (registry: Registry, persona: string): Promise<Risk> =>
  nodes(
    (
      await registry.as(persona)(
        '{ risks(first: 1, where: {register: {status: {eq: APPROVED}}}) { edges { node { id code version } } } }',
      )
    ).data.risks,
  )[0];

/** Why `assess` says what it says. */
export const justificationTh = 'ทบทวนตามผลการตรวจประจำปี';

/** Assesses a risk after controls. */
export const assess = async (
  registry: Registry,
  persona: string,
  { id, version }: Risk,
  impact: number,
): Promise<void> => {
  const answer = await registry.as(persona)(
    'mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { level } } }',
    {
      input: { riskId: id, expectedVersion: version, phase: 'RESIDUAL', likelihood: 1, impact, justificationTh },
    },
  );
  expect(answer.errors).toEqual([]);
};

/** When it was, as the sentences of the trail say it. */
export const momentTh = (at: string): string =>
  `เมื่อ ${thaiDate(todayInBangkok(new Date(at)))} เวลา ${thaiTime(new Date(at)).replace(':', '.')}`;

/** Asks for the trail as a whole, in pages. */
export const trailAt =
  (registry: () => Registry) =>
  (persona: string, where: string, page = 'first: 100') =>
    registry().as(persona)(`{ auditTrail(${page}${where ? `, where: ${where}` : ''}) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${entryFields} } } } }`);
