import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { copyDatabase, type DatabaseCopy } from '../kit/database-copy.ts';
import { type Answer, nodes, type Registry } from '../kit/registry.ts';
import { applicationSession } from './application-session.ts';
import { type Prober, probers, readCsv, serverBehind, type Walls } from './isolation-world.ts';

const [header = [], ...table] = readCsv('sharing.csv');
const opensBy = new Map(table.map(([sharing = '', ...cells]) => [sharing, cells]));

const owners = [
  { persona: 'sample-1-viewer', agencyCode: 'SAMPLE-1' },
  { persona: 'maedong-agency-admin', agencyCode: 'LG-MAEDONG' },
  { persona: 'centre', agencyCode: null },
  { persona: 'analyst', agencyCode: null },
] as const;

type Owner = (typeof owners)[number];
type Saved = { readonly id: string; readonly owner: Owner; readonly sharing: string; readonly title: string };

/** The column of the table that a prober stands in, for an owner. */
const columnOf = ({ persona, role, agencyCode }: Prober, owner: Owner): string => {
  if (persona === owner.persona) return 'owner';
  if (agencyCode !== null) return agencyCode === owner.agencyCode ? 'own_agency' : 'other_agency';
  return { CENTRE: 'centre', ANALYST: 'analyst', AUDITOR: 'auditor', CITY_ADMIN: 'city_admin' }[role] ?? 'public';
};

const opens = (prober: Prober, { owner, sharing }: Saved): boolean =>
  opensBy.get(sharing)?.[header.indexOf(columnOf(prober, owner)) - 1] === 'opens';

let database: DatabaseCopy;
const { as, attempt, select, stage } = applicationSession(() => database);
const saved: Saved[] = [];

/** One query of every owner and sharing, and one that was put away although it is shared with all. */
async function saveOfEverySharing(): Promise<void> {
  await stage('DELETE FROM "SavedQueryVersion"; DELETE FROM "SavedQuery"');
  for (const owner of owners) {
    for (const sharing of opensBy.keys()) {
      if (sharing === 'OWN_AGENCY' && owner.agencyCode === null) continue;
      const title = `⟦${owner.persona} ${sharing}⟧`;
      const [row] = await select<{ id: string }>(
        `INSERT INTO "SavedQuery" (id, "agencyId", "ownerId", "titleTh", "sharedWith", "archivedAt")
         SELECT gen_random_uuid(), (SELECT id FROM "Agency" WHERE code = $1), (SELECT id FROM "Account" WHERE sub = $2), $3, $4::"QuerySharing", $5
         RETURNING id`,
        [
          owner.agencyCode,
          `demo|${owner.persona}`,
          title,
          sharing === 'archived' ? 'ALL_AGENCIES' : sharing,
          sharing === 'archived' ? new Date() : null,
        ],
      );
      await select(
        `INSERT INTO "SavedQueryVersion" (id, "savedQueryId", "agencyId", number, document, "documentHash")
         SELECT gen_random_uuid(), id, "agencyId", 1, '{ viewer { role } } # ' || "titleTh", 'x' FROM "SavedQuery" WHERE id = $1`,
        [row?.id],
      );
      saved.push({ id: encodeGlobalId('SavedQuery', row?.id ?? ''), owner, sharing, title });
    }
  }
}

beforeAll(async () => {
  database = await copyDatabase();
  await select(`ALTER TABLE "SavedQuery" DISABLE TRIGGER USER; ALTER TABLE "SavedQueryVersion" DISABLE TRIGGER USER`);
  await saveOfEverySharing();
  await select(`ALTER TABLE "SavedQuery" ENABLE TRIGGER USER; ALTER TABLE "SavedQueryVersion" ENABLE TRIGGER USER`);
});
afterAll(async () => database.drop());

/** One question about several ids, each under names of its own. */
const questionAbout = (ids: readonly string[]): string => {
  const fields = ids.map(
    (id, place) => `
      node${place}: node(id: "${id}") { id ... on SavedQuery { titleTh versions { document } } }
      query${place}: savedQuery(id: "${id}") { id versions { document } }
      run${place}: runQuery(id: "${id}") { number savedQuery { titleTh } }`,
  );
  return `{ ${fields.join('')} }`;
};

const kinds = ['node', 'query', 'run'];

/** All that an answer says about one of the ids. */
const saidOf = ({ data, errors }: Answer, place: number): string =>
  JSON.stringify(
    kinds.map((kind) => [
      data[`${kind}${place}`],
      errors
        .filter(({ path }) => path?.[0] === `${kind}${place}`)
        .map(({ message, extensions }) => [message, extensions]),
    ]),
  );

const everything = '{ savedQueries(first: 100) { totalCount edges { node { titleTh versions { document } } } } }';

const walls: readonly Walls[] = ['both walls', 'row-level security alone', 'the application alone'];

describe.each(walls)('saved queries behind %s', (wall) => {
  let registry: Registry;
  beforeAll(async () => {
    registry = await serverBehind(wall, database);
  });
  afterAll(async () => registry.stop());

  it('are opened, run, listed and counted as the reviewed table says, and otherwise are like absent ones', async () => {
    const wrong: string[] = [];
    const absent = encodeGlobalId('SavedQuery', '00000000-0000-7000-8000-00000000dead');
    for (const prober of probers) {
      const ask = prober.persona ? registry.as(prober.persona) : registry.public;
      const answer = await ask(questionAbout([absent, ...saved.map(({ id }) => id)]));
      const list = await ask(everything);
      const open = saved.filter((each) => opens(prober, each));
      const titles = nodes(list.data?.savedQueries).map(({ titleTh }) => titleTh);
      if (list.data?.savedQueries && list.data.savedQueries.totalCount !== open.length)
        wrong.push(`${prober.role}: counts ${list.data.savedQueries.totalCount} instead of ${open.length}`);
      for (const [index, each] of saved.entries()) {
        const said = saidOf(answer, index + 1);
        const who = `${prober.role} ${prober.persona}: ${each.title}`;
        if (!opens(prober, each)) {
          if (said !== saidOf(answer, 0)) wrong.push(`${who} is not like an absent one: ${said}`);
          if (list.text.includes(each.title)) wrong.push(`${who} is listed`);
        } else {
          const { [`node${index + 1}`]: node, [`run${index + 1}`]: run } = answer.data;
          if (node?.titleTh !== each.title || run?.number !== 1 || !titles.includes(each.title))
            wrong.push(`${who} is not opened: ${said}`);
        }
      }
    }
    console.info(`${wall}: ${probers.length} probers x ${saved.length} saved queries, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });
});

describe('the second wall of saved queries', () => {
  const mine = `"ownerId" = app.account()`;

  it('lets nobody write in the name, or into the query, of somebody else', async () => {
    const viewer = await as('demo|sample-1-viewer', 'VIEWER');
    const other = `(SELECT id FROM "SavedQuery" WHERE NOT (${mine}) LIMIT 1)`;
    const inserted = (owner: string, agency: string) =>
      `INSERT INTO "SavedQuery" (id, "agencyId", "ownerId", "titleTh") VALUES (gen_random_uuid(), ${agency}, ${owner}, 'x')`;
    const versionOf = (query: string) =>
      `INSERT INTO "SavedQueryVersion" (id, "savedQueryId", "agencyId", number, document, "documentHash") SELECT gen_random_uuid(), q.id, q."agencyId", 9, 'x', 'x' FROM "SavedQuery" q WHERE q.id = ${query}`;
    expect(await attempt(viewer, `UPDATE "SavedQuery" SET version = version + 1 WHERE ${mine}`)).toBe(5);
    expect(await attempt(viewer, `UPDATE "SavedQuery" SET version = version + 1 WHERE NOT (${mine})`)).toBe(0);
    expect(await attempt(viewer, inserted('app.account()', 'app.agency()'))).toBe(1);
    expect(await attempt(viewer, inserted('gen_random_uuid()', 'app.agency()'))).toBe('42501');
    expect(await attempt(viewer, inserted('app.account()', 'NULL'))).toBe('42501');
    expect(await attempt(viewer, versionOf(`(SELECT id FROM "SavedQuery" WHERE ${mine} LIMIT 1)`))).toBe(1);
    expect(await attempt(viewer, versionOf(other))).toBe('42501');
    expect(await attempt(viewer, 'UPDATE "SavedQueryVersion" SET number = 7')).toBe('42501');
    expect(await attempt(viewer, 'DELETE FROM "SavedQueryRun"')).toBe('42501');
    const marked = (account: string) =>
      `INSERT INTO "SavedQueryFavourite" (id, "savedQueryId", "accountId", "agencyId") VALUES (gen_random_uuid(), ${other}, ${account}, app.agency())`;
    expect([
      await attempt(viewer, marked('app.account()')),
      await attempt(viewer, marked('gen_random_uuid()')),
    ]).toEqual([1, '42501']);
  });

  it('lets those who only read write nothing else beside', async () => {
    const viewer = await as('demo|sample-1-viewer', 'VIEWER');
    const own = `UPDATE "SavedQuery" SET version = version + 1 WHERE ${mine}`;
    expect(await attempt(viewer, own, {}, 'UPDATE "Risk" SET version = version + 1')).toBe('RG403');
  });
});
