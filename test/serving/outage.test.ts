import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { severableDatabase } from '../kit/severable-database.ts';
import { switchesOfThisRun } from '../kit/switches.ts';

const OUTAGE_MS = 5_000;
const CLIENTS = 12;
const question = '{ risks(first: 5) { edges { node { code titleTh } } } }';

let wire: Awaited<ReturnType<typeof severableDatabase>>;
let registry: Registry;
beforeAll(async () => {
  wire = await severableDatabase();
  registry = await startRegistry({ database: wire.database, responseCacheMb: 0 });
});
afterAll(async () => {
  await registry.stop();
  await wire.stop();
});

/** How often the server takes a connection from its pool, which every read does once. */
async function takesDuring(work: () => Promise<void>): Promise<number> {
  const { connect } = pg.Pool.prototype;
  let takes = 0;
  pg.Pool.prototype.connect = function counting(this: pg.Pool, ...parameters: unknown[]) {
    takes += 1;
    return Reflect.apply(connect, this, parameters);
  } as typeof connect;
  try {
    await work();
  } finally {
    pg.Pool.prototype.connect = connect;
  }
  return takes;
}

const countOf = async (sample: string): Promise<number> => {
  const { body } = await registry.http({ url: '/metrics' });
  const line = body.split('\n').find((each) => each.startsWith(sample));
  return Number(line?.split(' ').at(-1) ?? 0);
};

describe('a database that cannot be reached for 5 seconds under load', () => {
  const codes: string[] = [];
  let takes = 0;
  let counted = { unavailable: 0, again: 0 };

  const askUntil = async (end: number): Promise<void> => {
    const ask = registry.as('sample-1-viewer');
    while (performance.now() < end) {
      const { errors } = await ask(question);
      codes.push(...errors.map(({ extensions }) => extensions.code));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  beforeAll(async () => {
    expect((await registry.as('sample-1-viewer')(question)).errors).toEqual([]);
    const before = await countOf('registry_errors_total{code="UNAVAILABLE"}');
    takes = await takesDuring(async () => {
      wire.cut();
      const end = performance.now() + OUTAGE_MS;
      await Promise.all(Array.from({ length: CLIENTS }, () => askUntil(end)));
    });
    counted = {
      unavailable: (await countOf('registry_errors_total{code="UNAVAILABLE"}')) - before,
      again: await countOf('registry_operations_total{fallback="value not in the row"}'),
    };
    console.info(`${codes.length} questions during the outage, ${takes} connections asked for`);
  }, 30_000);

  it('is told as UNAVAILABLE, every time', () => {
    expect(codes.length).toBeGreaterThan(CLIENTS);
    expect(new Set(codes)).toEqual(new Set(['UNAVAILABLE']));
  });

  it('has each read tried once: nothing is executed or sent again', () => {
    // Reads of one scope that begin together share a connection, so there may be fewer; signing in is asked again when it failed.
    expect(takes).toBeLessThanOrEqual(codes.length);
    expect(counted.again).toBe(0);
  });

  it('is counted', () => expect(counted.unavailable).toBe(codes.length));

  it('is over as soon as the database is back', async () => {
    wire.mend();
    const by = switchesOfThisRun.plainExecution ? 'none' : 'switched off';
    const executed = () => countOf(`registry_operations_total{fallback="${by}"}`);
    const before = await executed();
    const { data, errors } = await registry.as('sample-1-viewer')(question);
    expect(errors).toEqual([]);
    expect(data.risks.edges.length).toBeGreaterThan(0);
    expect(await executed()).toBe(before + 1);
  });
});
