import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { createWorld, leaksIn, probers, type World } from './isolation-world.ts';

let world: World;
let registry: Registry;
beforeAll(async () => {
  world = await createWorld();
  registry = await startRegistry({
    database: { ...world.database, app: world.database.superuser },
    schema: unguardedSchema,
    filters: false,
  });
}, 60_000);
afterAll(async () => {
  await registry.stop();
  await world.database.drop();
});

it('the isolation probes raise the alarm when both walls are gone', async () => {
  const [prober] = probers;
  const answer = await registry.as(prober.persona)('{ risks(first: 100) { edges { node { id titleTh } } } }');
  const leaks = leaksIn(answer.text, prober, world, () => false);
  expect(leaks.filter((leak) => leak.startsWith('text of')).length).toBeGreaterThan(10);
  expect(leaks.filter((leak) => leak.startsWith('id of')).length).toBeGreaterThan(10);
});
