import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const targetsFor = async (persona: string): Promise<any[]> => {
  const { data, errors } = await registry.as(persona)(
    '{ targets { code measure leastPoints leastSharePercent rankAtMost fiscalYearTo sourceDocument reached { fiscalYear assessedCount reachedCount isReached } } }',
  );
  expect(errors).toEqual([]);
  return data.targets;
};

it('targets of the documents stand with their source, and are measured by the real results that the viewer may see', async () => {
  const targets = await targetsFor('centre');
  expect(targets.map(({ code }) => code)).toEqual([
    'NAT-2564-CPI',
    'FIN-222-6',
    'MD-212',
    'NAT-2570-CPI',
    'NAT-2570-ITA',
    'NAT-2580-CPI',
    'NAT-2580-ITA',
  ]);
  const reached = [{ fiscalYear: 2566, assessedCount: 1, reachedCount: 1, isReached: true }];
  const of = (code: string, among = targets) => among.find((each) => each.code === code)?.reached;
  expect(['NAT-2570-ITA', 'FIN-222-6', 'MD-212', 'NAT-2570-CPI'].map((code) => of(code))).toEqual([
    reached,
    reached,
    [],
    [],
  ]);
  expect(of('NAT-2570-ITA', await targetsFor('maedong-viewer'))).toEqual([]);
  expect(of('FIN-222-6', await targetsFor('chomthong-viewer'))).toEqual(reached);
});
