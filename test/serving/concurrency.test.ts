import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, type Pool } from '@registry/prisma/client.ts';
import { FanOut } from '@registry/schema/base/fan-out.ts';
import { type ActTransaction, runInTransaction } from '@registry/schema/tenancy/act-transaction.ts';
import type { Context } from '@registry/schema/tenancy/context.ts';
import { RequestDeadline } from '@registry/schema/tenancy/deadline.ts';
import { signIn } from '@registry/schema/tenancy/sign-in.ts';
import { Tenancy } from '@registry/schema/tenancy/tenancy.ts';
import { noNestedQueries } from '../kit/no-nested-queries.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { assessmentOf, type RiskAt, risksOf } from '../kit/risks.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const assess = `mutation ($input: AssessRiskInput!) { assessRisk(input: $input) { risk { id version } } }`;

const justificationTh = 'ทดสอบการเขียนพร้อมกัน';
const input = (risk: RiskAt, likelihood = 2) => ({ input: assessmentOf(risk, { likelihood, justificationTh }) });

const assessmentsOf = async (risk: RiskAt) => {
  const [, uuid] = Buffer.from(risk.id, 'base64url').toString('utf8').split(':');
  const [row] = await registry.rows<{ assessments: number; version: number }>(
    'SELECT version, (SELECT count(*) FROM "Assessment" WHERE "riskId" = r.id)::int AS assessments FROM "Risk" r WHERE id = $1',
    [uuid],
  );
  if (!row) throw new Error('The risk is gone.');
  return row;
};

describe('writers at the same moment', () => {
  it('with the same expected version: exactly one wins, the other is told CONFLICT, twenty times over', async () => {
    const [risk] = await risksOf(registry.as('chomthong-editor'));
    if (!risk) throw new Error('Chom Thong has risks.');
    for (let round = 0; round < 20; round += 1) {
      const at = { ...risk, version: risk.version + round };
      const answers = await Promise.all([
        registry.as('chomthong-editor')(assess, input(at)),
        registry.as('chomthong-approver')(assess, input(at)),
      ]);
      expect(answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions.code))).toEqual(['CONFLICT']);
    }
    expect((await assessmentsOf(risk)).version).toBe(risk.version + 20);
  });

  it('sixteen on one risk, each trying again after CONFLICT, lose nothing', async () => {
    const [, risk] = await risksOf(registry.as('chomthong-editor'));
    if (!risk) throw new Error('Chom Thong has two risks.');
    const before = await assessmentsOf(risk);
    let conflicts = 0;
    const writer = async (number: number) => {
      const ask = registry.as(number % 2 === 0 ? 'chomthong-editor' : 'chomthong-approver');
      for (;;) {
        const current = await ask('query ($id: ID!) { node(id: $id) { ... on Risk { id version } } }', { id: risk.id });
        const { errors } = await ask(assess, input(current.data.node, 1 + (number % 5)));
        if (errors.length === 0) return;
        expect(errors[0]?.extensions.code).toBe('CONFLICT');
        conflicts += 1;
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_unused, number) => writer(number)));
    const after = await assessmentsOf(risk);
    console.info(`16 writers: ${after.assessments - before.assessments} assessments after ${conflicts} conflicts`);
    expect([after.assessments - before.assessments, after.version - before.version]).toEqual([16, 16]);
  });

  it('of two agencies in one tick write each into its own, and into the other’s never', async () => {
    const agencies = ['chomthong', 'sample-1', 'maedong', 'sample-2'] as const;
    const own = new Map<string, RiskAt[]>();
    for (const agency of agencies) {
      const isOpen = '{register: {status: {in: [DRAFT, RETURNED, APPROVED, PUBLISHED]}}}';
      own.set(agency, await risksOf(registry.as(`${agency}-editor`), isOpen));
    }
    const writing = agencies.filter((agency) => (own.get(agency)?.length ?? 0) > 3);
    expect(writing.length).toBeGreaterThan(1);
    let probes = 0;
    const wrong: string[] = [];
    for (let round = 0; round < 30; round += 1) {
      const [a, b] = [writing[round % writing.length], writing[(round + 1) % writing.length]];
      if (!a || !b) continue;
      const [risks, others] = [own.get(a) ?? [], own.get(b) ?? []];
      const [mine, theirs] = [round % 2 === 0 ? risks[2] : risks[3], round % 2 === 0 ? others[2] : others[3]];
      if (!mine || !theirs) continue;
      const [right, alsoRight, foreign] = await Promise.all([
        registry.as(`${a}-editor`)(assess, input(mine)),
        registry.as(`${b}-editor`)(assess, input(theirs)),
        registry.as(`${a}-editor`)(assess, input(theirs)),
      ]);
      for (const [answer, risk] of [
        [right, mine],
        [alsoRight, theirs],
      ] as const) {
        if (answer.errors.length > 0) wrong.push(answer.text);
        risk.version = answer.data?.assessRisk.risk.version ?? risk.version;
      }
      if (foreign.errors[0]?.extensions.code !== 'NOT_FOUND') wrong.push(`foreign: ${foreign.text}`);
      probes += 3;
    }
    console.info(`same-tick writes: ${probes} probes, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
    const [strays] = await registry.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "Assessment" a JOIN "Membership" m ON m."accountId" = a."assessedById"
       WHERE a."justificationTh" = $1 AND m."agencyId" <> a."agencyId"`,
      [justificationTh],
    );
    expect(strays?.count).toBe(0);
  });
});

describe('a statement whose failure nobody noticed', () => {
  let pool: Pool;
  let context: Context;
  beforeAll(async () => {
    pool = createPool({ url: registry.database.app, max: 2 });
    const tenancy = new Tenancy(pool);
    const [row] = await signIn(tenancy, { issuer: '', subject: 'demo|chomthong-editor' });
    if (!row?.agencyId || !row.agencyCode || !row.role) throw new Error('The persona belongs to an agency.');
    context = {
      viewer: {
        account: { id: row.accountId, name: row.name },
        roles: [row.role],
        agency: { id: row.agencyId, code: row.agencyCode },
      },
      tenancy,
      nested: noNestedQueries,
      deadline: new RequestDeadline(60_000),
      idempotencyKey: null,
      statusChanges: new FanOut(),
    };
  });
  afterAll(async () => pool.end());

  const nowhere = '00000000-0000-7000-8000-00000000dead';
  const failing = ({ db, agencyId }: ActTransaction) =>
    db.riskCause.create({ data: { agencyId, riskId: nowhere, textTh: 'ไม่มีความเสี่ยงนี้', sortOrder: 1 } });
  const changing = ({ db }: ActTransaction) => db.risk.updateMany({ data: { version: { increment: 1 } } });
  const versions = async () =>
    (await registry.rows<{ sum: number }>('SELECT sum(version)::int AS sum FROM "Risk"'))[0]?.sum;

  it.each<[string, (each: ActTransaction) => Promise<unknown>]>([
    ['swallowed', (each) => changing(each).then(() => failing(each).catch(() => 'swallowed'))],
    ['first of two in one tick', (each) => Promise.allSettled([failing(each), changing(each)])],
  ])('%s makes the act fail as a whole', async (_how, work) => {
    const before = await versions();
    for (const request of [null, { key: 'swallowed', fingerprint: 'x' }]) {
      await expect(runInTransaction(context, { name: 'probe', request }, work)).rejects.toThrow();
      expect(await versions()).toBe(before);
    }
    expect(await registry.rows(`SELECT 1 FROM "IdempotencyRecord" WHERE key = 'swallowed'`)).toEqual([]);
    // The connection is fit for the next act.
    await runInTransaction(context, { name: 'probe' }, async () => 'done');
  });

  it('and not waited for leaves an answer that is true: done as a whole, or not at all', async () => {
    for (let round = 0; round < 10; round += 1) {
      const before = (await versions()) ?? 0;
      const work = async (each: ActTransaction) => {
        const { count } = await changing(each);
        failing(each).catch(() => undefined);
        return count;
      };
      const done = await runInTransaction(context, { name: 'probe' }, work).catch(() => 0);
      expect(await versions()).toBe(before + done);
    }
  });
});
