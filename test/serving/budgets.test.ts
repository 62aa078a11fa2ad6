import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Budgets } from '@registry/api/config.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { closeSockets, signedIn } from '../kit/subscriber.ts';
import { document, run, save } from '../saved/saving.ts';

/** Served without budgets; each test starts a server with its own on the same database. */
let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await closeSockets();
  await registry.stop();
});

const ample: Budgets = { account: 1e9, agency: 1e9, client: 1e9, ofRoles: new Map() };

/** A server on the same database, with budgets of its own; the public and the accounts begin with all of them. */
async function withBudgets(
  budgets: Partial<Budgets> | null,
  work: (strict: Registry) => Promise<void>,
  logger?: Parameters<typeof startRegistry>[0],
): Promise<void> {
  await registry.rows('DELETE FROM "SpentCost"');
  const strict = await startRegistry({
    ...logger,
    database: registry.database,
    limits: { budgets: budgets && { ...ample, ...budgets } },
  });
  await work(strict).finally(() => strict.stop());
}

const question = '{ risks(first: 10) { edges { node { code } } } }';
const costOf = async (): Promise<number> => (await registry.as('sample-1-viewer')(question)).extensions.cost.requested;

const metricsOf = async (strict: Registry, name: string): Promise<string[]> =>
  (await strict.http({ url: '/metrics' })).body.split('\n').filter((line) => line.startsWith(name));

describe('a budget of cost', () => {
  it('says what is left with every answer, and refuses with when to come back; what is refused costs nothing', async () => {
    const cost = await costOf();
    await withBudgets({ account: 3 * cost }, async (strict) => {
      const ask = strict.as('sample-1-viewer');
      const first = await ask(question);
      expect(first.extensions.cost).toMatchObject({ requested: cost, limit: 500_000, remaining: 2 * cost });
      expect(Date.parse(first.extensions.cost.resetAt) - Date.now()).toBeGreaterThan(50_000);
      expect(first.headers['ratelimit-policy']).toContain(`"cost";q=${3 * cost};w=60;qu="cost"`);
      expect(first.headers.ratelimit).toContain(`"cost";r=${2 * cost};t=`);
      await ask(question);
      const larger = await ask(question.replace('10', '20'));
      expect([larger.status, larger.data]).toEqual([429, null]);
      expect(larger.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', budget: 'ACCOUNT' });
      expect(larger.errors[0]?.message).toContain(`${cost} is left`);
      expect(Number(larger.headers['retry-after'])).toBeGreaterThan(50);
      const thai = await ask(question.replace('10', '20'), {}, { 'accept-language': 'th' });
      expect(thai.errors[0]?.message).toMatch(/^งบต้นทุนต่อนาทีของผู้ขอเหลือ .* โปรดรอ \d+ วินาที/);
      // What still fits is answered, and others are not concerned.
      expect((await ask(question)).extensions.cost.remaining).toBe(0);
      expect((await ask(question)).status).toBe(429);
      expect((await strict.as('sample-1-editor')(question)).status).toBe(200);
    });
  });

  it('refuses what no minute has room for, and says that waiting will not help', async () => {
    const cost = await costOf();
    await withBudgets({ account: cost - 1 }, async (strict) => {
      const { status, errors, headers } = await strict.as('sample-1-viewer')(question);
      expect([status, errors[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COSTLY']);
      expect(errors[0]?.message).toContain('waiting will not help');
      expect(headers['retry-after']).toBeUndefined();
    });
  });

  it('is shared by the accounts of an agency, and by those who ask through one application', async () => {
    const cost = await costOf();
    await withBudgets({ agency: 2 * cost }, async (strict) => {
      expect((await strict.as('sample-1-viewer')(question)).status).toBe(200);
      expect((await strict.as('sample-1-editor')(question)).extensions.cost.remaining).toBe(0);
      const refused = await strict.as('sample-1-viewer')(question);
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', budget: 'AGENCY' });
      expect((await strict.as('sample-2-viewer')(question)).status).toBe(200);
    });
    await withBudgets({ client: cost }, async (strict) => {
      expect((await strict.as('sample-1-viewer')(question)).status).toBe(200);
      const refused = await strict.as('sample-2-viewer')(question);
      expect(refused.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', budget: 'CLIENT' });
      // The public names no application.
      expect((await strict.public('{ viewer { role } }')).status).toBe(200);
    });
  });

  it('is that of the leading role where the role has one', async () => {
    const cost = await costOf();
    await withBudgets({ ofRoles: new Map([['VIEWER', cost]]) }, async (strict) => {
      expect((await strict.as('sample-1-viewer')(question)).extensions.cost.remaining).toBe(0);
      expect((await strict.as('sample-1-editor')(question)).extensions.cost.remaining).toBeGreaterThan(1e8);
    });
  });

  it('pays for what a saved query runs, and for a subscription when it begins', async () => {
    const { id } = await save(registry, 'sample-1-viewer');
    const alone = (await registry.as('sample-1-viewer')(document)).extensions.cost.requested;
    await withBudgets({ account: 1_000 }, async (strict) => {
      const { extensions } = await run(strict, 'sample-1-viewer', id);
      expect(1_000 - extensions.cost.remaining).toBe(extensions.cost.requested);
      expect(extensions.cost.requested).toBeGreaterThan(alone);
    });
    await withBudgets({ account: 1 }, async (strict) => {
      const socket = await signedIn(strict, 'sample-1-viewer');
      const heard = socket.follow('subscription { statusChanged { id } }');
      while (!heard.isOver) await new Promise(setImmediate);
      expect(heard.errors[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
      await socket.close();
    });
  });

  it('is counted for operators, and not at all where it is switched off', async () => {
    await withBudgets({ account: 100 }, async (strict) => {
      const cost = (await strict.as('sample-1-viewer')(question)).extensions.cost.requested;
      await strict.as('sample-1-viewer')(question.replace('10', '90'));
      expect(await metricsOf(strict, 'registry_cost_points_total')).toEqual([
        `registry_cost_points_total{role="VIEWER"} ${cost}`,
      ]);
      expect(await metricsOf(strict, 'registry_cost_refusals_total')).toEqual([
        'registry_cost_refusals_total{budget="ACCOUNT"} 1',
      ]);
    });
    await withBudgets(null, async (strict) => {
      const { extensions, headers } = await strict.as('sample-1-viewer')(question);
      expect(Object.keys(extensions.cost)).toEqual(['requested', 'limit']);
      expect(headers['ratelimit-policy']).not.toContain('cost');
    });
  });
});

describe('the instances of the registry', () => {
  const rounds = 40;

  it('hold a budget together, to a tenth of it', async () => {
    const cost = await costOf();
    const account = rounds * cost;
    await withBudgets({ account }, async (one) => {
      const other = await startRegistry({
        database: registry.database,
        limits: { budgets: { ...ample, account } },
      });
      try {
        let answered = 0;
        const asked = async (instance: Registry): Promise<void> => {
          const { status } = await instance.as('sample-1-viewer')(question);
          if (status === 200) answered += 1;
        };
        for (let round = 0; round < rounds; round += 4)
          await Promise.all([one, other].flatMap((each) => Array.from({ length: 4 }, () => asked(each))));
        expect(answered).toBeGreaterThanOrEqual(rounds);
        expect(answered).toBeLessThanOrEqual(rounds * 1.1);
      } finally {
        await other.stop();
      }
    });
  });

  it('write nothing for those who ask little, so that kept answers stay good', async () => {
    await withBudgets({}, async (strict) => {
      for (let time = 0; time < 50; time += 1) await strict.as('sample-1-viewer')(question);
      expect(await registry.rows('SELECT key FROM "SpentCost"')).toEqual([]);
      expect(await metricsOf(strict, 'registry_cost_settlements_total')).toEqual([]);
    });
  });

  it('count by themselves while the database does not, and refuse what is too much all the same', async () => {
    const cost = await costOf();
    await registry.rows('ALTER FUNCTION app.settle_cost RENAME TO settle_cost_away');
    try {
      await withBudgets({ account: rounds * cost }, async (strict) => {
        const statuses = await Promise.all(
          Array.from({ length: 2 * rounds }, async () => (await strict.as('sample-1-viewer')(question)).status),
        );
        expect(statuses.filter((status) => status === 200)).toHaveLength(rounds);
        expect(statuses.filter((status) => status === 429)).toHaveLength(rounds);
        expect((await metricsOf(strict, 'registry_cost_settlements_total'))[0]).toContain('result="failed"');
      });
    } finally {
      await registry.rows('ALTER FUNCTION app.settle_cost_away RENAME TO settle_cost');
    }
  });
});
