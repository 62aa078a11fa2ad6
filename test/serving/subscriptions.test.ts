import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createWorld,
  type Prober,
  probers,
  readCsv,
  serverBehind,
  visibility,
  type Walls,
  type World,
} from '../contract/isolation-world.ts';
import { asSuperuser, type DatabaseCopy } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { closeSockets, type Heard, keptLog, openSocket, type Socket, signedIn, until } from '../kit/subscriber.ts';

afterEach(closeSockets);

const seesOf = visibility();
const follow = `subscription ($kinds: [LifecycleKind!], $agencyCode: String) {
  statusChanged(kinds: $kinds, agencyCode: $agencyCode) {
    id act fromStatus toStatus comment by agency { code } plan { id } swotAnalysis { id } riskRegister { id } project { id } delegationOrder { id }
  }
}`;

const socketOf = (registry: Registry, { persona }: Prober): Promise<Socket> | Socket =>
  persona ? signedIn(registry, persona) : openSocket(registry, {});

/** One change of status for every agency, kind of thing and disclosure, each marked with its agency. */
async function changeEverywhere(database: DatabaseCopy) {
  const links = [
    ['Plan', 'planId'],
    ['SwotAnalysis', 'analysisId'],
    ['YearReport', 'reportId'],
    ['RiskRegister', 'registerId'],
    ['Project', 'projectId'],
    ['DelegationOrder', 'orderId'],
  ];
  const [begun] = await asSuperuser<{ at: string }>(
    database.superuser,
    `SELECT date_trunc('milliseconds', clock_timestamp())::text AS at`,
  );
  for (const [table, link] of links) {
    await asSuperuser(
      database.superuser,
      `SELECT set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false);
       INSERT INTO "StatusChange" (id, "agencyId", "${link}", act, "fromStatus", "toStatus", comment, "accountId", role)
       SELECT DISTINCT ON (t."agencyId", t.disclosure) gen_random_uuid(), t."agencyId", t.id, 'REVISE', 'RETURNED', 'DRAFT',
         'everywhere ⟦' || g.code || '⟧', (SELECT id FROM "Account" LIMIT 1), 'EDITOR'
       FROM "${table}" t JOIN "Agency" g ON g.id = t."agencyId"`,
    );
  }
  return asSuperuser<{ comment: string; agencyCode: string; disclosure: number }>(
    database.superuser,
    `SELECT c.comment, g.code AS "agencyCode", c.disclosure::int AS disclosure
     FROM "StatusChange" c JOIN "Agency" g ON g.id = c."agencyId" WHERE c.comment LIKE 'everywhere %' AND c.at >= '${begun?.at}'`,
  );
}

describe.each<Walls>(['both walls', 'row-level security alone', 'the application alone'])('behind %s', (walls) => {
  const log = keptLog();
  let world: World;
  let registry: Registry;
  beforeAll(async () => {
    world = await createWorld();
    registry = await serverBehind(walls, world.database, { logger: log.logger });
  }, 60_000);
  afterAll(async () => {
    await registry.stop();
    await world.database.drop();
  });

  it('everybody hears of exactly the changes that they may see', async () => {
    const signedInProbers = probers.filter(({ persona }) => persona !== null);
    const sockets = await Promise.all(signedInProbers.map((prober) => socketOf(registry, prober)));
    const heard = sockets.map((socket) => socket.follow(follow));
    // Without the rules even those may listen who are not to hear anything.
    const listening = walls === 'row-level security alone' ? heard.length : heard.length - 2;
    await until('everybody listens', () => log.listening() === listening);
    const changes = await changeEverywhere(world.database);
    const expected = signedInProbers.map(({ role, agencyCode }) =>
      changes
        .filter((change) => change.agencyCode === agencyCode || seesOf.get(role)?.(change.disclosure))
        .map(({ comment }) => comment)
        .sort(),
    );
    await until('all are heard', () => heard.every(({ data }, index) => data.length >= (expected[index]?.length ?? 0)));
    await sleep(300);
    const comments = heard.map(({ data }) => data.map(({ statusChanged }) => statusChanged.comment).sort());
    expect(comments).toEqual(expected);
    console.info(
      `${walls}: ${changes.length} changes x ${signedInProbers.length} roles, 0 foreign; heard ${signedInProbers.map(({ role }, index) => `${role} ${comments[index]?.length}`).join(', ')}`,
    );
  }, 60_000);
});

describe('a subscription', () => {
  const log = keptLog();
  let registry: Registry;
  beforeAll(async () => {
    registry = await startRegistry({ logger: log.logger });
  });
  afterAll(async () => registry.stop());

  const opened = async (sockets: readonly Socket[], query = follow, variables = {}): Promise<Heard[]> => {
    const before = log.listening();
    const heard = sockets.map((socket) => socket.follow(query, variables));
    await until('the subscriptions are open', () => log.listening() === before + heard.length);
    return heard;
  };

  it('is for the roles of the reviewed table, and refused before anything is listened to', async () => {
    const row = readCsv('../contract/roles.csv').find(([field]) => field === 'Subscription.statusChanged');
    const [header = []] = readCsv('../contract/roles.csv');
    for (const prober of probers) {
      const socket = await socketOf(registry, prober);
      const outcome = row?.[header.indexOf(prober.role)];
      if (outcome === 'UNAUTHENTICATED') {
        expect(await socket.closed).toMatchObject({ code: 4401 });
      } else if (outcome === 'FORBIDDEN') {
        const refused = socket.follow(follow);
        await until('it is over', () => refused.isOver);
        expect(refused.errors).toMatchObject([{ path: ['statusChanged'], extensions: { code: 'FORBIDDEN' } }]);
        expect(log.listening()).toBe(0);
        await socket.close();
      } else {
        await opened([socket]);
        await socket.close();
        await until('nobody listens', () => log.listening() === 0);
      }
    }
  });

  it('tells the centre what is submitted to it and not what is drafted, and the agency everything', async () => {
    // What the sample register lacks on purpose would keep it from being submitted.
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "Mitigation" SET strategy = 'TREAT' WHERE strategy = 'TAKE'`,
    );
    const sockets = [await signedIn(registry, 'centre'), await signedIn(registry, 'sample-2-editor')];
    const [centre, agency] = await opened(sockets);
    const register = nodes(
      (
        await registry.as('centre')(
          '{ riskRegisters(first: 1, where: {agency: {code: {eq: "SAMPLE-2"}}, status: {eq: SUBMITTED}}) { edges { node { id version } } } }',
        )
      ).data.riskRegisters,
    )[0];
    let expectedVersion = register.version;
    const step = async (persona: string, name: string, type: string, more = {}) => {
      const { errors, data } = await registry.as(persona)(
        `mutation ($input: ${type}!) { ${name}(input: $input) { riskRegister { version } } }`,
        { input: { id: register.id, expectedVersion, ...more } },
      );
      expect(errors).toEqual([]);
      expectedVersion = data[name].riskRegister.version;
    };
    await step('centre', 'returnRiskRegister', 'ReturnRiskRegisterInput', { comment: 'ขอให้ทบทวน' });
    await step('sample-2-editor', 'reviseRiskRegister', 'RiskRegisterActInput');
    await step('sample-2-approver', 'submitRiskRegister', 'RiskRegisterActInput');
    await until('the agency heard of it', () => agency?.data.length === 3);
    await until('the centre heard of it', () => centre?.data.at(-1)?.statusChanged.act === 'SUBMIT');
    expect(agency?.data.map(({ statusChanged: { act } }) => act)).toEqual(['RETURN', 'REVISE', 'SUBMIT']);
    expect(agency?.data[2].statusChanged.by).toContain('ผู้อนุมัติ');
    expect(centre?.data.map(({ statusChanged: { act, by } }) => [act, by])).not.toContainEqual(['REVISE', null]);
    expect(centre?.data.at(-1).statusChanged).toMatchObject({ by: null, riskRegister: { id: register.id } });
  });

  it('is narrowed to kinds and to an agency', async () => {
    const sockets = [await signedIn(registry, 'centre'), await signedIn(registry, 'centre')];
    const [first, second] = sockets;
    if (!first || !second) throw new Error('Two sockets.');
    const [plans] = await opened([first], follow, { kinds: ['PLAN', 'DELEGATION_ORDER'] });
    const [ofAgency] = await opened([second], follow, { agencyCode: 'SAMPLE-2' });
    const changes = await changeEverywhere(registry.database);
    const disclosed = changes.filter(({ disclosure }) => disclosure >= 1);
    const expected = disclosed.filter(({ agencyCode }) => agencyCode === 'SAMPLE-2').length;
    await until('the changes of the agency are heard', () => ofAgency?.data.length === expected);
    await sleep(300);
    expect(new Set(ofAgency?.data.map(({ statusChanged }) => statusChanged.agency.code))).toEqual(
      new Set(['SAMPLE-2']),
    );
    expect(plans?.data.length).toBeGreaterThan(0);
    expect(plans?.data.every(({ statusChanged: { plan, delegationOrder } }) => plan ?? delegationOrder)).toBe(true);
  });

  it('hears nothing where its filter lets nothing through: no values are not no condition', async () => {
    const filters = [{}, { kinds: null }, { kinds: [] }, { agencyCode: null }];
    const sockets = await Promise.all(filters.map(() => signedIn(registry, 'centre')));
    const heard = sockets.map((socket, index) => socket.follow(follow, filters[index]));
    await until('everybody listens', () => log.listening() === heard.length);
    const all = (await changeEverywhere(registry.database)).filter(({ disclosure }) => disclosure >= 1).length;
    await until('the changes are heard', () => [0, 1, 3].every((index) => (heard[index]?.data.length ?? 0) >= all));
    await sleep(300);
    expect(heard.map(({ data }) => data.length)).toEqual([all, all, 0, all]);
    await Promise.all(sockets.map((socket) => socket.close()));
    await until('nobody listens', () => log.listening() === 0);
  });

  it('is refused at once for an agency of which nothing is ever heard: of no such code, and to members every other one alike', async () => {
    const refusalsOf = async (persona: string, agencyCode: string) => {
      const socket = await signedIn(registry, persona, { 'accept-language': 'en' });
      const refused = socket.follow(follow, { agencyCode });
      await until('it is over', () => refused.isOver);
      await socket.close();
      return refused.errors.map(({ message, extensions }) => ({ message, extensions }));
    };
    const absent = await refusalsOf('sample-1-viewer', 'SAMPLE-99');
    expect(absent).toMatchObject([{ extensions: { code: 'NOT_FOUND', fields: [{ field: 'agencyCode' }] } }]);
    for (const code of ['SAMPLE-2', 'BMA-CHOMTHONG', '', ' '])
      expect(await refusalsOf('sample-1-viewer', code)).toEqual(absent);
    for (const persona of ['centre', 'analyst'])
      for (const code of ['SAMPLE-99', '']) expect(await refusalsOf(persona, code)).toEqual(absent);
    expect(log.listening()).toBe(0);
  });

  it('is refused at once for a code that no agency can have', async () => {
    const socket = await signedIn(registry, 'centre');
    const refused = socket.follow(follow, { agencyCode: 'SAMPLE\u0000' });
    await until('it is over', () => refused.isOver);
    expect(refused.errors).toMatchObject([
      { extensions: { code: 'INVALID_INPUT', fields: [{ field: 'agencyCode' }] } },
    ]);
    expect(log.listening()).toBe(0);
    await socket.close();
  });

  it('reaches a hundred subscribers, and none of them is left behind when they go', async () => {
    const personas = ['viewer', 'editor', 'approver', 'case-officer', 'agency-admin'];
    const sockets = await Promise.all(
      Array.from({ length: 100 }, (_unused, index) => signedIn(registry, `sample-1-${personas[index % 5]}`)),
    );
    const heard = await opened(sockets);
    const since = performance.now();
    await registry.rows(`SELECT set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false);
       INSERT INTO "StatusChange" (id, "agencyId", "planId", act, "fromStatus", "toStatus", "accountId", role)
       SELECT gen_random_uuid(), p."agencyId", p.id, 'CLOSE', 'PUBLISHED', 'CLOSED', (SELECT id FROM "Account" LIMIT 1), 'APPROVER'
       FROM "Plan" p JOIN "Agency" g ON g.id = p."agencyId" WHERE g.code = 'SAMPLE-1' LIMIT 1`);
    await until('everybody heard it', () => heard.every(({ data }) => data.length === 1));
    console.info(`100 subscribers heard one change within ${Math.round(performance.now() - since)} ms`);
    expect(new Set(heard.map(({ data }) => data[0].statusChanged.id)).size).toBe(1);
    const [first] = heard;
    first?.complete();
    await Promise.all(sockets.map((socket) => socket.close()));
    await until('nobody listens', () => log.listening() === 0);
  }, 60_000);
});
