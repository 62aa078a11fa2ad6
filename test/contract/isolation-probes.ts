import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { unguardedSchema } from '@registry/schema/schema.ts';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { asSuperuser } from '../kit/database-copy.ts';
import { drawn, generated } from '../kit/generated.ts';
import { type Client, nodes, type Registry } from '../kit/registry.ts';
import { selectionOf } from '../kit/schema-walk.ts';
import { canaryOf } from '../kit/world.ts';
import { probeGroups } from './isolation-groups.ts';
import { probeMoments } from './isolation-moments.ts';
import { probeMutations } from './isolation-mutations.ts';
import { probeSearch } from './isolation-search.ts';
import { probeSimilar } from './isolation-similar.ts';
import {
  createWorld,
  leaksIn,
  type Prober,
  probers,
  serverBehind,
  tenantTypes,
  visibility,
  type Walls,
  type World,
} from './isolation-world.ts';
import { recordLists } from './paged-lists.ts';
import { randomWalk, seededRandom } from './random-walks.ts';

/** Lists that show some rows of their kind, whose whole list is here. */
const ofSome = ['trainings', 'procurementSummaries'];
/** Every list at the root that shows all that the viewer may see of a kind of record of agencies. */
const wholeLists = recordLists.filter(
  ({ parent, field, node }) => parent === 'Query' && tenantTypes.includes(node) && !ofSome.includes(field),
);

const absent = '00000000-0000-7000-8000-00000000dead';
const seesOf = visibility();
const sees = (prober: Prober) => seesOf.get(prober.role) ?? (() => false);

const typeNamed = (name: string): GraphQLObjectType => {
  const type = unguardedSchema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
  return type;
};

/** What is drawn at random is drawn by a seed for each arrangement of the walls: together they try three times as much as each. */
const seeds: Readonly<Record<Walls, number>> = {
  'both walls': 20_251_121,
  'row-level security alone': 20_251_122,
  'the application alone': 20_251_123,
};

/** Every probe behind one arrangement of the walls; each has a test file of its own, so that they run side by side. */
export const describeIsolation = (wall: Walls) =>
  describe(`behind ${wall}`, () => {
    let world: World;
    let registry: Registry;
    const clientOf = ({ persona }: Prober): Client => (persona ? registry.as(persona) : registry.public);

    beforeAll(async () => {
      world = await createWorld();
      registry = await serverBehind(wall, world.database);
    }, 120_000);
    afterAll(async () => {
      await registry.stop();
      await world.database.drop();
    });

    it('has rows of every type that belongs to an agency, so that no probe is empty', () => {
      const covered = new Set(world.targets.map(({ type }) => type));
      const empty = tenantTypes.filter((type) => !covered.has(type));
      expect(empty.map((type) => `${type}: seed rows of it in packages/seed/src/sample`)).toEqual([]);
    });

    it('shows a record of another agency only as the visibility table says, and otherwise exactly like an absent one', async () => {
      let probes = 0;
      const wrong: string[] = [];
      for (const prober of probers) {
        const ask = clientOf(prober);
        for (const type of drawn(tenantTypes)) {
          const query = `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { ${selectionOf(typeNamed(type), 1)} } } }`;
          const brief = 'query ($id: ID!) { node(id: $id) { __typename id } }';
          const nothing = await ask(query, { id: encodeGlobalId(type, absent) });
          const nothingText = nothing.text.replace(/"id":"[^"]*"/g, '');
          const readInFull = new Set<number>();
          for (const target of world.targets.filter((each) => each.type === type)) {
            const isOwn = target.agencyCode === prober.agencyCode;
            const expected = isOwn || sees(prober)(target.disclosure);
            // What a role may see of others is read in full once for each disclosure; what it may not, always.
            const isBrief = expected && !isOwn && readInFull.has(target.disclosure);
            if (expected) readInFull.add(target.disclosure);
            const answer = await ask(isBrief ? brief : query, { id: encodeGlobalId(type, target.id) });
            probes += isBrief ? 1 : Object.keys(typeNamed(type).getFields()).length;
            const where = `${prober.role} ${type} of ${target.agencyCode} (${target.disclosure})`;
            if (expected !== (answer.data?.node !== null)) wrong.push(`${where}: ${answer.text.slice(0, 200)}`);
            if (!expected && answer.text !== nothingText) wrong.push(`${where} differs from an absent record`);
            for (const leak of leaksIn(answer.text, prober, world, sees(prober))) wrong.push(`${where}: ${leak}`);
          }
        }
      }
      console.info(`${wall}: ${probes} fields probed by id, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    }, 240_000);

    it('lists and counts exactly the rows that the viewer may see', async () => {
      let probes = 0;
      const wrong: string[] = [];
      for (const prober of probers) {
        for (const { field, node: type } of drawn(wholeLists)) {
          const answer = await clientOf(prober)(
            `{ ${field}(first: 100) { totalCount edges { cursor node { ${selectionOf(typeNamed(type), 1)} } } } }`,
          );
          const [row] = await asSuperuser<{ count: number }>(
            world.database.superuser,
            `SELECT count(*)::int AS count FROM "${type}" t JOIN "Agency" g ON g.id = t."agencyId" WHERE g.code = $1 OR t.disclosure = ANY($2)`,
            [prober.agencyCode ?? '', [0, 1, 2, 3].filter(sees(prober))],
          );
          probes += 1;
          const shown = answer.data?.[field]?.totalCount ?? 0;
          if (shown !== row?.count) wrong.push(`${prober.role} ${field}: ${shown} instead of ${row?.count}`);
          if (nodes(answer.data?.[field]).length !== Math.min(100, row?.count ?? 0))
            wrong.push(`${prober.role} ${field}: page size`);
          for (const leak of leaksIn(answer.text, prober, world, sees(prober)))
            wrong.push(`${prober.role} ${field}: ${leak}`);
        }
      }
      console.info(`${wall}: ${probes} lists counted against SQL, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    }, 120_000);

    it('groups exactly the rows that the viewer may see', async () => {
      const { probes, wrong } = await probeGroups(world, clientOf);
      console.info(`${wall}: ${probes} groupings against SQL, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    }, 240_000);

    it('finds, counts and lists by a search exactly the rows that the viewer may see', async () => {
      const { probes, wrong } = await probeSearch(world, clientOf, seeds[wall]);
      console.info(`${wall}: ${probes} searches against plain arrays, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    }, 240_000);

    it('tells as of no moment what the viewer may not see', async () => {
      const { probes, wrong } = await probeMoments(world, clientOf);
      console.info(`${wall}: ${probes} records and lists as of moments, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    }, 240_000);

    it('finds similar nothing but what the viewer may see, with the scores of a plain comparison', async () => {
      const { probes, wrong } = await probeSimilar(world, clientOf);
      console.info(`${wall}: ${probes} records asked for similar ones, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    }, 240_000);

    it('finds nothing of another agency by search or filter', async () => {
      const wrong: string[] = [];
      let probes = 0;
      for (const prober of probers.filter(({ agencyCode }) => agencyCode !== null)) {
        for (const code of ['BMA-CHOMTHONG', 'LG-MAEDONG', 'SAMPLE-1', 'SAMPLE-3'].filter(
          (each) => each !== prober.agencyCode,
        )) {
          const answer = await clientOf(prober)(
            `query ($text: String!, $code: String!) {
            a: risks(first: 5, search: $text) { totalCount } b: projects(first: 5, search: $text) { totalCount }
            c: risks(first: 5, where: {agency: {code: {eq: $code}}}) { totalCount edges { node { id } } }
            d: risks(first: 5, where: {or: [{agency: {code: {eq: $code}}}, {not: {code: {eq: "none"}}}]}) { edges { node { titleTh agency { code } } } }
            e: agency(code: $code) { nameTh risks(first: 5) { totalCount edges { node { id } } } plans(first: 5) { totalCount } units { nameTh } findings(first: 5) { totalCount } }
          }`,
            { text: canaryOf(code), code },
          );
          probes += 5;
          const { a, b, c, e } = answer.data ?? {};
          // The marks are cut into words by the search, so only whole foreign texts count there.
          if (
            c?.totalCount !== 0 ||
            e?.risks.totalCount !== 0 ||
            e?.plans.totalCount !== 0 ||
            e?.units.length !== 0 ||
            e?.findings.totalCount !== 0
          )
            wrong.push(`${prober.role} ${code}: ${answer.text.slice(0, 200)}`);
          if (a === undefined || b === undefined) wrong.push(`${prober.role} ${code}: no answer`);
          for (const leak of leaksIn(answer.text, prober, world, sees(prober)))
            wrong.push(`${prober.role} ${code}: ${leak}`);
        }
      }
      console.info(`${wall}: ${probes} searches and filters, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    });

    it('does nothing to a record out of reach by any mutation, and says of it what it says of an absent one', async () => {
      const { probes, wrong } = await probeMutations(world, registry);
      console.info(`${wall}: ${probes} ids out of reach given to mutations, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    }, 240_000);

    it('lets no random walk of six steps reach another agency', async () => {
      const random = seededRandom(seeds[wall]);
      const walksPerQuery = 10;
      const queries = generated(20);
      const wrong: string[] = [];
      let walks = 0;
      for (const prober of probers) {
        const ask = clientOf(prober);
        for (let i = 0; i < queries; i += 1) {
          const branches = Array.from(
            { length: walksPerQuery },
            (_unused, index) => `w${index}: ${randomWalk(typeNamed('Query'), 6, random)}`,
          );
          const answer = await ask(`{ ${branches.join('\n')} }`);
          walks += walksPerQuery;
          for (const leak of leaksIn(answer.text, prober, world, sees(prober)))
            wrong.push(`${prober.role}: ${leak} in ${branches.join(' ')}`);
          if (answer.errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR'))
            wrong.push(`${prober.role}: ${branches.join(' ')} ${answer.text.slice(0, 500)}`);
        }
      }
      console.info(`${wall}: ${walks} random walks, ${wrong.length} leaks`);
      expect(wrong).toEqual([]);
    }, 240_000);
  });
