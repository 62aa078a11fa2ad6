import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Told = { readonly code: string; readonly messageEn: string };

it('every sample register that was submitted is complete, but for what two agencies cancelled after its approval', async () => {
  const { data } = await registry.as('centre')(
    '{ riskRegisters(first: 50, where: {origin: {eq: SAMPLE}}) { edges { node { fiscalYear agency { code } missing { code messageEn } } } } }',
  );
  const registers = nodes(data.riskRegisters);
  expect(registers.length).toBeGreaterThan(10);
  const told = registers.flatMap(({ fiscalYear, agency, missing }) =>
    missing.map(({ code, messageEn }: Told) => [agency.code, fiscalYear, code, /R\d+/.exec(messageEn)?.[0]].join(' ')),
  );
  expect(told.sort()).toEqual(['SAMPLE-4', 'SAMPLE-5'].map((agency) => `${agency} 2568 RISK_WITHOUT_MEASURE R01`));
});
