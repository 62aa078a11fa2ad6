import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

describe('a risk without a live mitigation', () => {
  it('is found exactly where nothing is planned or under way for it, and nobody has accepted it', async () => {
    const told = await registry.rows<{ id: string }>(
      `SELECT "riskId" AS id FROM "Finding" WHERE code = 'RISK_WITHOUT_LIVE_MITIGATION' ORDER BY 1`,
    );
    const { data, errors } = await registry.as('centre')(
      `{ riskMethods { version levels { level needsPlan isAcceptable } }
         risks(first: 100, where: { level: { in: [MEDIUM, HIGH, EXTREME] }, register: { status: { in: [SUBMITTED, RETURNED, APPROVED, PUBLISHED, AMENDING] } } }) {
           pageInfo { hasNextPage }
           edges { node { id level register { method { version } } mitigations { status }
             acceptances { level acceptedOn expiresOn } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.risks.pageInfo.hasNextPage).toBe(false);
    const order = ['LOW', 'MEDIUM', 'HIGH', 'EXTREME'];
    const on = new Date().toISOString().slice(0, 10);
    const unanswered = nodes(data.risks).filter(({ level, register, mitigations, acceptances }) => {
      const method = data.riskMethods.find(({ version }: { version: string }) => version === register.method.version);
      const rule = method.levels.find((each: { level: string }) => each.level === level);
      const isAccepted = acceptances.some(
        (each: { level: string; acceptedOn: string; expiresOn: string }) =>
          order.indexOf(each.level) >= order.indexOf(level) && each.acceptedOn <= on && on <= each.expiresOn,
      );
      const isAtWork = mitigations.some(({ status }: { status: string }) =>
        ['PLANNED', 'IN_PROGRESS', 'OVERDUE'].includes(status),
      );
      return (rule.needsPlan || !rule.isAcceptable) && !isAccepted && !isAtWork;
    });
    const drafts = await registry.rows<{ id: string }>(
      `SELECT r.id FROM "Risk" r JOIN "RiskRegister" g ON g.id = r."registerId" WHERE g.status = 'DRAFT'`,
    );
    const disclosed = told.filter(({ id }) => !drafts.some((draft) => draft.id === id));
    console.info(`${unanswered.length} risks without a live mitigation, ${disclosed.length} findings`);
    expect(disclosed).toHaveLength(unanswered.length);
    expect(unanswered.length).toBeGreaterThan(0);
  });
});
