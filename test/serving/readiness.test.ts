import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { asSuperuser } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

/** Changes how sessions of the registry begin, and ends those that there are. */
async function setForRegistry(change: string): Promise<void> {
  const { superuser, name } = registry.database;
  await asSuperuser(superuser, `ALTER ROLE registry_app IN DATABASE ${name} ${change}`);
  await asSuperuser(
    superuser,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND usename = 'registry_app'`,
  );
}
afterEach(() => setForRegistry('RESET ALL'));

const readiness = async (): Promise<number> => (await registry.http({ url: '/health/ready' })).statusCode;

/** The answer is good for a second. */
async function becomes(status: number): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await readiness()) === status) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`/health/ready never said ${status}.`);
}

describe('a registry whose database', () => {
  it('cannot write to its disk is not ready, and is again when it can', async () => {
    await becomes(200);
    // PostgreSQL refuses to write as it would on a full disk.
    await setForRegistry(`SET temp_file_limit = '16kB'`);
    await becomes(503);
    expect((await registry.http({ url: '/health/live' })).statusCode).toBe(200);
    await setForRegistry('RESET ALL');
    await becomes(200);
  });

  it('may only be read is not ready; changes are refused as unavailable, and reads go on', async () => {
    await setForRegistry('SET default_transaction_read_only = on');
    await becomes(503);
    const list = '{ risks(first: 1) { edges { node { id version } } } }';
    const ask = registry.as('chomthong-editor');
    // Connections that were ended are noticed by their next use.
    await ask(list);
    const { data, errors } = await ask(list);
    expect(errors).toEqual([]);
    const [risk] = nodes(data.risks);
    const refused = await ask('mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { id } } }', {
      input: {
        riskId: risk.id,
        expectedVersion: risk.version,
        phase: 'INHERENT',
        likelihood: 2,
        impact: 2,
        justificationTh: 'อ่านได้อย่างเดียว',
      },
    });
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    expect(refused.errors).toMatchObject([
      { extensions: { code: 'UNAVAILABLE', correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
    ]);
  });
});
