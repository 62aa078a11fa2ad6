import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changes, type Person, refusalOf } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { day, draftWithRisk, setStatus } from './register-kit.ts';

let registry: Registry;
let approver: Person;
beforeAll(async () => {
  registry = await startRegistry();
  approver = registry.person('sample-1-approver');
});
afterAll(async () => registry.stop());

const payload = 'risk { version level acceptances { level reasonTh acceptedOn expiresOn isValid } }';
const assess = (riskId: string, expectedVersion: number, likelihood: number, impact: number) =>
  approver.does(
    'assessRisk',
    { riskId, expectedVersion, phase: 'INHERENT', likelihood, impact, justificationTh: 'พบซ้ำ' },
    'risk { level }',
  );
const accept = (writer: Person, riskId: string, expectedVersion: number, more: Record<string, unknown> = {}) =>
  writer.tries('acceptRisk', { riskId, expectedVersion, reasonTh: 'ควบคุมแล้ว', expiresOn: day(180), ...more }, payload);

describe('acceptRisk', () => {
  it('freezes the level of the day, and covers nothing above it', async () => {
    const { risk } = await draftWithRisk(approver, 2570);
    await assess(risk.id, 1, 2, 5);
    await setStatus(registry, 2570, 'APPROVED');
    const { data, errors } = await accept(approver, risk.id, 2);
    expect(errors).toEqual([]);
    expect(data.acceptRisk.risk).toMatchObject({
      version: 3,
      level: 'HIGH',
      acceptances: [{ level: 'HIGH', reasonTh: 'ควบคุมแล้ว', expiresOn: day(180), isValid: true }],
    });
    await assess(risk.id, 3, 5, 5);
    const again = await accept(approver, risk.id, 4, { expiresOn: day(30) });
    const acceptances = again.data.acceptRisk.risk.acceptances.map((each: any) => [each.level, each.isValid]);
    expect(acceptances).toEqual([
      ['EXTREME', true],
      ['HIGH', false],
    ]);
  });

  it('is refused for a level that needs none, and for a risk that was not assessed', async () => {
    const { risk } = await draftWithRisk(approver, 2571);
    const unassessed = await accept(approver, risk.id, 1);
    expect(refusalOf(unassessed)).toEqual(['ILLEGAL_TRANSITION']);
    expect(unassessed.errors[0]?.extensions.status).toBe('UNASSESSED');
    await assess(risk.id, 1, 3, 3);
    const before = await changes(registry);
    const acceptable = await accept(approver, risk.id, 2);
    expect(refusalOf(acceptable)).toEqual(['ILLEGAL_TRANSITION']);
    expect(acceptable.errors[0]?.extensions.status).toBe('MEDIUM');
    expect(await changes(registry)).toBe(before);
  });

  it('is for approvers of the agency, for a reason, for a year at most, and of the level that was seen', async () => {
    const { risk } = await draftWithRisk(approver, 2572);
    await assess(risk.id, 1, 5, 5);
    const before = await changes(registry);
    expect(refusalOf(await accept(registry.person('sample-1-editor'), risk.id, 2))).toEqual(['FORBIDDEN']);
    expect(refusalOf(await accept(registry.person('sample-2-approver'), risk.id, 2))).toEqual(['NOT_FOUND', 'riskId']);
    for (const expiresOn of [day(-1), day(400)]) {
      const answer = await accept(approver, risk.id, 2, { expiresOn, reasonTh: '' });
      expect(refusalOf(answer)).toEqual(['INVALID_INPUT', 'reasonTh', 'expiresOn']);
    }
    expect(refusalOf(await accept(approver, risk.id, 1))).toEqual(['CONFLICT']);
    for (const status of ['SUBMITTED', 'CLOSED']) {
      await setStatus(registry, 2572, status);
      expect(refusalOf(await accept(approver, risk.id, 2))).toEqual(['ILLEGAL_TRANSITION']);
    }
    expect(await changes(registry)).toBe(before);
  });
});
