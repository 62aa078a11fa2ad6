import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { announcementOf } from '../kit/announcement.ts';
import { drawn } from '../kit/generated.ts';
import { type Person, refusalOf } from '../kit/person.ts';
import { type Answer, type Registry, startRegistry } from '../kit/registry.ts';
import { draftWithRisk } from '../risk/register-kit.ts';

let registry: Registry;
let editor: Person;
let approver: Person;
beforeAll(async () => {
  registry = await startRegistry({ poolSize: 20 });
  editor = registry.person('sample-1-editor');
  approver = registry.person('sample-1-approver');
});
afterAll(async () => registry.stop());

const rows = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => registry.rows<Row>(text, values);

const RECORDS = ['Plan', 'SwotAnalysis', 'RiskRegister', 'YearReport', 'DelegationOrder'];

/** What goes with a record but is no part of what it says. */
const NO_CONTENT: Readonly<Record<string, string>> = {
  Finding: 'what the registry itself notices follows from the contents',
  StatusChange: 'a step of the life cycle, which has raised the version of the record itself',
  ReviewComment: 'what the centre says of the contents, and the answer',
  PlanSubmission: 'what was sent elsewhere of a plan, which says nothing more by that',
  LibraryResponse: 'an answer to the city, which happens to point to a risk',
};

/** A link between two wholes belongs to the one that names it. */
const LINKS: Readonly<Record<string, string>> = {
  RiskPower: 'Risk',
  SwotItemRisk: 'SwotItem',
  SwotItemProject: 'SwotItem',
  ProgressIndicatorValue: 'ProgressReport',
};

/** Every table whose rows go when a record goes: the path to it, by the keys that cascade. */
const partsByTheModel = async (): Promise<{ part: string; path: string[] }[]> =>
  (
    await rows<{ part: string; path: string[] }>(
      `WITH RECURSIVE tree AS (
         SELECT unnest($1::name[]) AS part, ARRAY[]::name[] AS path
         UNION ALL
         SELECT c.relname, ARRAY[a.attname, tree.part] || tree.path FROM tree
         JOIN pg_constraint o ON o.confrelid = format('public.%I', tree.part)::regclass AND o.contype = 'f' AND o.confdeltype = 'c'
         JOIN pg_class c ON c.oid = o.conrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = o.conkey[2]
         WHERE c.oid <> o.confrelid AND c.relname <> ALL ($2::text[])
       )
       SELECT part::text, path::text[] FROM tree WHERE cardinality(path) > 0 ORDER BY 1`,
      [RECORDS, Object.keys(NO_CONTENT)],
    )
  ).filter(({ part, path: [, whole] }) => (LINKS[part] ?? whole) === whole);

type Place = { row: string; agencyId: string; record: string; kind: string };

/** A row of a part, with the record that it belongs to. */
async function rowOf(part: string, path: readonly string[]): Promise<Place> {
  const joins: string[] = [];
  let from = 't';
  for (let step = 0; step < path.length; step += 2) {
    joins.push(
      `JOIN "${path[step + 1]}" w${step} ON w${step}."agencyId" = t."agencyId" AND w${step}.id = ${from}."${path[step]}"`,
    );
    from = `w${step}`;
  }
  const [place] = await rows<Place>(
    `SELECT t.ctid::text AS row, t."agencyId", ${from}.id AS record, '${path.at(-1)}' AS kind FROM "${part}" t ${joins.join(' ')} LIMIT 1`,
  );
  // A table without rows would make the probe empty.
  if (!place) throw new Error(`There is no ${part} to change.`);
  return place;
}

/** In one transaction of somebody who acts for the agency: what a statement answers, or the code of its refusal. */
async function within(
  agencyId: string,
  ...statements: readonly [text: string, values: unknown[]][]
): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: registry.database.superuser });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('app.agency', $1, true), set_config('app.account', (SELECT "accountId"::text FROM "Membership" WHERE "agencyId" = $1::uuid LIMIT 1), true)`,
      [agencyId],
    );
    const answers: unknown[] = [];
    for (const [text, values] of statements)
      answers.push(
        await client.query(text, values).then(
          ({ rows: [row] }) => row?.answer,
          (error) => error.code,
        ),
      );
    await client.query('COMMIT');
    return answers;
  } finally {
    await client.end();
  }
}

const versionOf = async ({ kind, record }: Place): Promise<number> =>
  (
    await rows<{ version: number }>(
      `SELECT r.version + c.number AS version FROM "${kind}" r JOIN "ContentRevision" c ON c."agencyId" = r."agencyId" AND c.id = r.id WHERE r.id = $1`,
      [record],
    )
  )[0]?.version ?? 0;

const claim = ({ kind, agencyId, record }: Place, version: number): [string, unknown[]] => [
  'SELECT app.claim_record($1, $2, $3, $4, true) AS answer',
  [kind, agencyId, record, version],
];

describe('the version of a record', () => {
  it('counts the changes of every part that the model gives it, added, changed or removed', async () => {
    const parts = new Set((await partsByTheModel()).map(({ part }) => part));
    const counted = await rows<{ part: string; triggers: string[] }>(
      `SELECT c.relname AS part, array_agg(t.tgname::text ORDER BY t.tgname) AS triggers FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE t.tgname LIKE 'count%content' GROUP BY 1 ORDER BY 1`,
    );
    expect(counted.map(({ part }) => part)).toEqual([...parts].sort());
    for (const { triggers } of counted) expect(triggers).toEqual(['count_changed_content', 'count_content']);
  });

  it('changes with any part, so that who saw the older one cannot take the record on', async () => {
    const parts = await partsByTheModel();
    for (const { part, path } of drawn(parts)) {
      const place = await rowOf(part, path);
      const seen = await versionOf(place);
      await within(place.agencyId, [`UPDATE "${part}" SET "agencyId" = "agencyId" WHERE ctid = '${place.row}'`, []]);
      expect([part, await within(place.agencyId, claim(place, seen))]).toEqual([part, ['RG409']]);
      expect([part, await within(place.agencyId, claim(place, seen + 1))]).toEqual([part, [true]]);
    }
    console.info(`${parts.length} kinds of parts: a change of each makes an older version of the record stale`);
  }, 60_000);

  it('makes no entry of the trail, and shows no other agency anything', async () => {
    const [entries] = await rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM "AuditEntry" WHERE entity = 'ContentRevision'`,
    );
    expect(entries?.count).toBe(0);
    const { data } = await registry.as('sample-2-viewer')(
      'query ($id: ID!) { node(id: $id) { ... on RiskRegister { version } } }',
      { id: (await draftWithRisk(editor, 2580)).register.id },
    );
    expect(data.node).toBeNull();
  });
});

const registerOf = async (id: string) =>
  (await editor.ask('query ($id: ID!) { node(id: $id) { id ... on RiskRegister { version status } } }', { id })).data
    .node;
const at = ({ id, version }: { id: string; version: number }) => ({ id, expectedVersion: version });
const payload = 'riskRegister { id version status }';

/** A step along the life cycle, whose input is named by its kind. */
const step = (act: 'submit' | 'amend' | 'publish', input: Record<string, unknown>): Promise<Answer> => {
  const type = act === 'submit' ? 'RiskRegisterActInput' : `${act === 'amend' ? 'Amend' : 'Publish'}RiskRegisterInput`;
  return approver.ask(`mutation ($input: ${type}!) { ${act}RiskRegister(input: $input) { ${payload} } }`, { input });
};

describe('an approver', () => {
  it('submits nothing that an editor changed since it was seen', async () => {
    const { register, risk } = await draftWithRisk(editor, 2581);
    const seen = await registerOf(register.id);
    await editor.does(
      'editRisk',
      { riskId: risk.id, expectedVersion: risk.version, titleTh: 'แก้ไขแล้ว' },
      'risk { id }',
    );
    expect(refusalOf(await step('submit', at(seen)))).toEqual(['CONFLICT']);
    expect((await registerOf(register.id)).status).toBe('DRAFT');
    // What is missing is told to who saw what is there.
    const now = await registerOf(register.id);
    expect(refusalOf(await step('submit', at(now)))[0]).toBe('INVALID_INPUT');
  });

  it('of two who take the same step at once is one', async () => {
    const { data } = await editor.ask(
      '{ riskRegisters(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id version } } } }',
    );
    const seen = data.riskRegisters.edges[0].node;
    const announcement = await announcementOf(approver.ask);
    for (let round = 0; round < 5; round += 1) {
      const now = await registerOf(seen.id);
      const name = now.status === 'APPROVED' ? 'publish' : 'amend';
      if (now.status === 'AMENDING') break;
      const more = name === 'amend' ? { reason: 'ปรับปรุง' } : { announcement };
      const answers = await Promise.all([1, 2].map(() => step(name, { ...at(now), ...more })));
      const refusals = answers.filter(({ errors }) => errors.length > 0).map((answer) => refusalOf(answer)[0]);
      expect(refusals).toHaveLength(1);
      expect(['CONFLICT', 'ILLEGAL_TRANSITION']).toContain(refusals[0]);
    }
  });
});

describe('editors of one record', () => {
  it('neither block nor undo each other: 16 who edit different risks all succeed, without a deadlock', async () => {
    const { register } = await draftWithRisk(editor, 2582);
    const added = await Promise.all(
      Array.from({ length: 16 }, (_, index) =>
        editor.does(
          'addRisk',
          { registerId: register.id, titleTh: `ความเสี่ยง ${index}`, processArea: 'INSPECTION', code: `X-${index}` },
          'risk { id version }',
        ),
      ),
    );
    const deadlocks = async () =>
      (
        await rows<{ count: number }>(
          'SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()',
        )
      )[0]?.count;
    const before = [await deadlocks(), (await registerOf(register.id)).version];
    const rounds = 8;
    await Promise.all(
      added.map(async ({ risk }, index) => {
        let { version } = risk;
        for (let round = 0; round < rounds; round += 1) {
          const input = { riskId: risk.id, expectedVersion: version, titleTh: `ความเสี่ยง ${index} ครั้งที่ ${round}` };
          version = (await editor.does('editRisk', input, 'risk { version }')).risk.version;
        }
      }),
    );
    await rows('SELECT pg_stat_force_next_flush()');
    const after = [await deadlocks(), (await registerOf(register.id)).version];
    expect(after).toEqual([before[0], (before[1] ?? 0) + 16 * rounds]);
  }, 60_000);

  it('write its heading by the version that they saw of it, whatever became of its risks', async () => {
    const { register, risk } = await draftWithRisk(editor, 2583);
    const seen = await registerOf(register.id);
    await editor.does('editRisk', { riskId: risk.id, expectedVersion: risk.version, titleTh: 'อื่น' }, 'risk { id }');
    const edited = await editor.does('editRiskRegister', at(seen), payload);
    expect(edited.riskRegister.version).toBeGreaterThan(seen.version);
    expect(await editor.isRefused('editRiskRegister', at(seen), payload)).toEqual(['CONFLICT']);
    const ahead = { ...seen, version: edited.riskRegister.version + 1 };
    expect(await editor.isRefused('editRiskRegister', at(ahead), payload)).toEqual(['CONFLICT']);
  });
});
