import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { drawn } from '../kit/generated.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { keptLog } from '../kit/subscriber.ts';
import { cellsOfViewer, cellsOn, type Doer, verdictsOfViewer } from './cells.ts';
import { type Cell, compare, Tally } from './compare.ts';
import { type Stage, stageOf } from './stage.ts';
import { everyAct, everyType, type Tried } from './tried.ts';
import { isTurnOf, type Persona, personas } from './turns.ts';
import { undoEveryAct } from './undone.ts';
import { freeStatuses, lifecycles, rareStates, turnOf } from './world.ts';

const { logger, lines } = keptLog();

let registry: Registry;
let undone: Awaited<ReturnType<typeof undoEveryAct>>;
let agencies: ReadonlyMap<string, string>;
let mayDo: ReadonlyMap<Persona, ReadonlySet<string>>;
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER }, logger });
  undone = await undoEveryAct(registry.database);
  await registry.rows(freeStatuses);
  // An earlier answer would be named by its version.
  await undone.keeping('DELETE FROM "LibraryResponse"');
  const rows = await registry.rows<{ id: string; code: string }>('SELECT id, code FROM "Agency"');
  agencies = new Map(rows.map(({ id, code }) => [code, encodeGlobalId('Agency', id)]));
  mayDo = new Map(
    await Promise.all(
      personas.map(async (persona): Promise<[Persona, Set<string>]> => {
        const verdicts = await verdictsOfViewer(doerOf(persona), everyAct);
        return [persona, new Set(verdicts.filter(({ allowed }) => allowed).map(({ act }) => act))];
      }),
    ),
  );
});
afterAll(async () => registry.stop());

const doerOf = (persona: Persona): Doer => ({ persona, ask: persona ? registry.as(persona) : registry.public });

/** The agency in which somebody acts; the sample one for whoever acts in none. */
const agencyOf = (persona: string | null): string =>
  agencies.get(persona?.startsWith('sample-2') ? 'SAMPLE-2' : 'SAMPLE-1') ?? '';

async function cellsOfType(doer: Doer, type: string | null, acts: readonly Tried[], stage: Stage): Promise<Cell[]> {
  if (type === null) return cellsOfViewer(doer, acts, stage);
  const naming = acts.filter(({ field }) => field !== undefined);
  const inAgency = acts.filter(({ field }) => field === undefined);
  return [
    ...(await cellsOn(doer, { type, ids: stage.idsOf(type), acts: naming }, stage)),
    ...(await cellsOn(doer, { type, ids: [agencyOf(doer.persona)], acts: inAgency }, stage)),
  ];
}

/** So many acts at once as the server has connections. */
const AT_ONCE = 6;

async function tryAll(tally: Tally, cells: readonly Cell[]): Promise<void> {
  for (let start = 0; start < cells.length; start += AT_ONCE)
    await Promise.all(cells.slice(start, start + AT_ONCE).map((cell) => compare(tally, cell)));
}

async function tryWorld(tally: Tally, turn: { readonly world: number; readonly worlds: number }): Promise<void> {
  const stage = await stageOf(registry.database);
  for (const type of everyType)
    for (const persona of personas) {
      const acts = everyAct.filter((act) => act.type === type && isTurnOf(persona, act, turn, mayDo));
      if (acts.length > 0) await tryAll(tally, await cellsOfType(doerOf(persona), type, acts, stage));
    }
}

it('what `can` says to every role, in every status, of every act on every kind of record, is what the act answers', async () => {
  const tally = new Tally(lines);
  const all = await lifecycles(registry.database);
  // First as the sample city stands; then each status in its turn.
  const worlds = 1 + Math.max(...all.map(({ statuses }) => statuses.length));
  const tried = drawn(Array.from({ length: worlds }, (_each, world) => world));
  for (const world of tried) {
    if (world > 0) await undone.keeping(turnOf(world, all));
    if (world > 0 && world % 2 === 0) await undone.keeping(rareStates);
    await tryWorld(tally, { world, worlds });
  }
  const { done, refused, given, unseen } = tally.counts;
  console.info(
    `${done + refused + given + unseen} of ${everyAct.length} acts x ${personas.length} roles x ${tried.length} of ${worlds} worlds of statuses, on ${everyType.length} kinds of records: ${done} done and ${refused} refused as said, ${given} allowed and refused for what was given, ${unseen} on records that are not seen; ${tally.differences.length} differences`,
  );
  expect(tally.differences).toEqual([]);
  // Whatever is changed makes an entry in the trail, and is undone with it; a query that is no favourite is unmarked by changing nothing.
  expect(['unmarkFavouriteQuery']).toEqual(expect.arrayContaining([...tally.idle]));
  const never = everyAct.filter(({ name }) => !tally.done.has(name)).map(({ name }) => name);
  console.info(`never done, for want of a record that allows it or of an input: ${never.join(', ')}`);
  // So that to be allowed is more than a word: most acts are done somewhere.
  if (tried.length === worlds) expect(never.length).toBeLessThan(everyAct.length / 6);
}, 300_000);
