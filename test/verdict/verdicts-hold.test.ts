import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { declaredActs } from '@registry/schema/graphql/acts/declared-acts.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { isObjectType } from 'graphql';
import { doerOf } from '../contract/doers.ts';
import type { Client } from '../kit/client.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { everyMutation } from '../kit/sample-input.ts';
import { givenTo } from './given.ts';
import { moreOf } from './more.ts';
import { recordsOf } from './rows.ts';
import { undoEveryAct } from './undone.ts';
import { freeStatuses, lifecycles, turnOf } from './world.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ limits: { costMax: Number.MAX_SAFE_INTEGER } });
});
afterAll(async () => registry.stop());

const acts = [...declaredActs].filter(([, { manyOf }]) => manyOf === null);
const typesWithActs = [...new Set(acts.flatMap(([, { on }]) => on.on ?? []))].sort();
const actsOn = (type: string | null) => acts.filter(([, { on }]) => on.on === type).map(([name]) => name);
const mutations = new Map(everyMutation().map((each) => [each.name, each]));

type Verdict = {
  readonly act: string;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly reasonEn: string | null;
};
type Seen = { readonly id: string; readonly version: number; readonly can: readonly Verdict[] };

const hasVersion = (type: string): boolean => {
  const found = unguardedSchema.getType(type);
  return isObjectType(found) && 'version' in found.getFields();
};

/** Records with their verdicts; those that the viewer may not see are left out. */
async function seenBy(ask: Client, type: string, ids: readonly string[], names: readonly string[]): Promise<Seen[]> {
  const { data, errors } = await ask(
    `query ($ids: [ID!]!, $acts: [Act!]!) { nodes(ids: $ids) { id ... on ${type} { ${hasVersion(type) ? 'version' : ''} can(acts: $acts) { act allowed code reasonEn } } } }`,
    { ids, acts: names },
  );
  if (errors.length > 0) throw new Error(`can on ${type}: ${JSON.stringify(errors).slice(0, 500)}`);
  return data.nodes.filter((node: unknown) => node !== null);
}

const roles = [
  'sample-1-viewer',
  'sample-1-editor',
  'sample-1-approver',
  'sample-1-case-officer',
  'sample-1-agency-admin',
  'sample-2-approver',
  'centre',
  'analyst',
  'auditor',
  'city-admin',
  null,
];
const clientOf = (persona: string | null): Client => (persona ? registry.as(persona) : registry.public);

/** Types whose records have no status, nor are parts of one that has: one world shows all of them. */
const withoutStatus = new Set([
  'ActingAppointment',
  'Agency',
  'Finding',
  'Framework',
  'ItaRound',
  'ItaRuleSet',
  'NoGiftStatement',
  'Oversight',
  'Position',
  'SavedQuery',
  'StatutoryPower',
  'Unit',
]);

type Tally = {
  cells: number;
  allowed: number;
  done: number;
  refused: number;
  unseen: number;
  wrong: string[];
  content: Map<string, string>;
};

/** Does an act on a record that its verdict is known of, and notes where the two differ. */
async function compare(
  tally: Tally,
  {
    act,
    type,
    record,
    persona,
    seen,
    some,
  }: {
    act: string;
    type: string | null;
    record: string | null;
    persona: string | null;
    seen: Seen | undefined;
    some: (type: string) => string;
  },
): Promise<void> {
  const mutation = mutations.get(act);
  if (!mutation) throw new Error(`There is no mutation ${act}.`);
  const input = givenTo(mutation, {
    type,
    record,
    version: seen?.version ?? 1,
    some,
    more: await moreOf(registry, record),
  });
  const { errors, text } = await clientOf(persona)(mutation.query, { input });
  const [error] = errors;
  // What came to its end was undone by the trigger, which no client is told of.
  const outcome = error?.extensions.code === 'INTERNAL_SERVER_ERROR' ? 'done' : (error?.extensions.code ?? 'done');
  const where = `${persona ?? 'nobody'} ${act} ${type} ${record ?? ''}`;
  tally.cells += 1;
  const verdict = seen?.can.find((each) => each.act === act);
  if (!verdict) {
    tally.unseen += 1;
    if (!['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED'].includes(outcome))
      tally.wrong.push(`${where}: ${outcome} on a record that is not seen ${text.slice(0, 300)}`);
  } else if (verdict.allowed) {
    tally.allowed += 1;
    if (outcome === 'done') tally.done += 1;
    else if (outcome === 'INVALID_INPUT') tally.content.set(act, text.slice(0, 300));
    else tally.wrong.push(`${where}: allowed, but ${outcome} ${text.slice(0, 300)}`);
  } else {
    tally.refused += 1;
    if (outcome !== verdict.code)
      tally.wrong.push(`${where}: ${verdict.code} said, ${outcome} answered ${text.slice(0, 300)}`);
    else if (error?.message !== verdict.reasonEn)
      tally.wrong.push(`${where}: says ${verdict.reasonEn}, answered ${error?.message}`);
  }
}

it('what `can` says of every act, on every kind of record, in every status and by every role, is what the act answers', async () => {
  const undone = await undoEveryAct(registry.database);
  await registry.rows(freeStatuses);
  const all = await lifecycles(registry.database);
  const worlds = Math.max(...all.map(({ statuses }) => statuses.length));
  const tally: Tally = { cells: 0, allowed: 0, done: 0, refused: 0, unseen: 0, wrong: [], content: new Map() };
  for (let world = 0; world < worlds; world += 1) {
    await undone.keeping(turnOf(world, all));
    const records = await recordsOf(registry.database, typesWithActs);
    const some = (type: string) => records.get(type)?.[0] ?? `${type}:none`;
    for (const type of typesWithActs.filter((each) => world === 0 || !withoutStatus.has(each))) {
      const ids = records.get(type) ?? [];
      for (const persona of roles) {
        // Whom the rule of an act refuses it refuses in every status alike.
        const own = actsOn(type).filter((name) => doerOf(name).persona === persona);
        const tried = world === 0 ? actsOn(type) : own;
        if (tried.length === 0) continue;
        const seen = await seenBy(clientOf(persona), type, ids, tried);
        const cells = tried.flatMap((act) =>
          (own.includes(act) ? ids : ids.slice(0, 1)).map((record) => ({ act, record })),
        );
        await Promise.all(
          cells.map(({ act, record }) =>
            compare(tally, { act, type, record, persona, some, seen: seen.find(({ id }) => id === record) }),
          ),
        );
      }
    }
  }
  console.info(
    `${tally.cells} acts tried in ${worlds} worlds: ${tally.allowed} allowed (${tally.done} done and undone), ${tally.refused} refused as said, ${tally.unseen} on records that are not seen; ${tally.wrong.length} differences; ${await undone.count()} undone`,
  );
  console.info([...tally.content].map(([act, text]) => `${act}: ${text}`).join('\n'));
  expect(tally.wrong).toEqual([]);
}, 300_000);
