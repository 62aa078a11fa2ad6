import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { generated } from '../kit/generated.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { switchesOfThisRun } from '../kit/switches.ts';

const agencies = [
  { persona: 'chomthong-viewer', code: 'BMA-CHOMTHONG' },
  { persona: 'finance-viewer', code: 'BMA-FINANCE' },
  { persona: 'maedong-viewer', code: 'LG-MAEDONG' },
  { persona: 'sample-1-viewer', code: 'SAMPLE-1' },
  { persona: 'sample-2-viewer', code: 'SAMPLE-2' },
] as const;

let registry: Registry;
let projectIds: Map<string, string[]>;

beforeAll(async () => {
  registry = await startRegistry({ poolSize: 2 });
  const rows = await registry.rows<{ id: string; code: string }>(
    'SELECT p.id, g.code FROM "Project" p JOIN "Agency" g ON g.id = p."agencyId" ORDER BY p.id',
  );
  projectIds = new Map(
    agencies.map(({ code }) => [
      code,
      rows.filter((row) => row.code === code).map(({ id }) => encodeGlobalId('Project', id)),
    ]),
  );
});
afterAll(async () => registry.stop());

const byId = 'query ($id: ID!) { node(id: $id) { ... on Project { id agency { code } } } }';
const idOf = (code: string, index: number): string => {
  const ids = projectIds.get(code) ?? [];
  return ids[index % ids.length] ?? '';
};

describe('requests of several agencies at the same moment', () => {
  it('answer each from its own agency when look-ups fall into one tick', async () => {
    const races = generated(200);
    let leaks = 0;
    for (let race = 0; race < races; race += 1) {
      const [a, b] = [agencies[race % 5], agencies[(race + 1 + (race % 3)) % 5]];
      if (!a || !b) continue;
      const [own, foreign, otherOwn] = await Promise.all([
        registry.as(a.persona)(byId, { id: idOf(a.code, race) }),
        registry.as(b.persona)(byId, { id: idOf(a.code, race) }),
        registry.as(b.persona)(byId, { id: idOf(b.code, race) }),
      ]);
      expect(own.data.node.agency.code).toBe(a.code);
      expect(otherOwn.data.node.agency.code).toBe(b.code);
      if (foreign.data.node !== null) leaks += 1;
    }
    console.info(`same-tick races: ${leaks} of ${races} leaked`);
    expect(leaks).toBe(0);
  });

  it('never meet a connection that still speaks for another agency, even when statements fail and connections die', async () => {
    // Prisma alone takes some thirty times as long for a read.
    const total = generated(switchesOfThisRun.compiledReads ? 10_000 : 500);
    const atOnce = 30;
    let leaks = 0;
    let failed = 0;
    for (let start = 0; start < total; start += atOnce) {
      const answers = Array.from({ length: Math.min(atOnce, total - start) }, async (_unused, offset) => {
        const index = start + offset;
        const agency = agencies[index % agencies.length] ?? agencies[0];
        const target = agencies[Math.floor(index / 7) % agencies.length] ?? agencies[0];
        const answer = await registry.as(agency.persona)(byId, { id: idOf(target.code, index) });
        if (answer.errors.length > 0) {
          failed += 1;
          return;
        }
        const shown = answer.data.node?.agency.code ?? null;
        if (shown !== (target.code === agency.code ? agency.code : null)) leaks += 1;
      });
      // Now and then a connection dies in the middle of the crowd, or a statement fails in a transaction of its own.
      if (start % 900 === 0) {
        await registry.rows(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'registry' LIMIT 1`,
        );
      }
      if (start % 600 === 0) {
        await registry.as('sample-1-editor')(
          'mutation ($id: ID!) { assessRisk(input: {riskId: $id, expectedVersion: 999, phase: RESIDUAL, likelihood: 1, impact: 1, justificationTh: "x"}) { risk { id } } }',
          { id: encodeGlobalId('Risk', '00000000-0000-7000-8000-00000000dead') },
        );
      }
      await Promise.all(answers);
    }
    console.info(
      `${total} requests, ${atOnce} at a time on 2 connections: ${leaks} leaks, ${failed} failed for a killed connection`,
    );
    expect(leaks).toBe(0);
    expect(failed).toBeLessThan(total / 20);
  }, 120_000);
});
