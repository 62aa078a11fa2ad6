import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSuperuser } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const statuses = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'CLOSED'] as const;
type Status = (typeof statuses)[number];

/** Who may take a step, and where it leads from each status in which it exists (DOMAIN §9); everything else is refused. */
const steps: Readonly<
  Record<string, { by: readonly string[]; leads: Partial<Record<Status, Status>>; input?: object }>
> = {
  submit: { by: ['APPROVER'], leads: { DRAFT: 'SUBMITTED' } },
  return: { by: ['CENTRE'], leads: { SUBMITTED: 'RETURNED' }, input: { comment: 'ขอให้แก้ไข' } },
  revise: { by: ['EDITOR', 'APPROVER'], leads: { RETURNED: 'DRAFT' } },
  approve: { by: ['CENTRE'], leads: { SUBMITTED: 'APPROVED' } },
  publish: { by: ['APPROVER'], leads: { APPROVED: 'PUBLISHED' }, input: { noteTh: 'ฉบับปรับปรุง' } },
  amend: { by: ['APPROVER'], leads: { APPROVED: 'DRAFT', PUBLISHED: 'DRAFT' }, input: { reason: 'ปรับปรุงข้อมูล' } },
  close: { by: ['APPROVER'], leads: { PUBLISHED: 'CLOSED' } },
};

const personaOf: Readonly<Record<string, string | null>> = {
  VIEWER: 'sample-1-viewer',
  EDITOR: 'sample-1-editor',
  APPROVER: 'sample-1-approver',
  CASE_OFFICER: 'sample-1-case-officer',
  AGENCY_ADMIN: 'sample-1-agency-admin',
  'APPROVER of another agency': 'sample-2-approver',
  CENTRE: 'centre',
  ANALYST: 'analyst',
  AUDITOR: 'auditor',
  CITY_ADMIN: 'city-admin',
  PUBLIC: null,
};

const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1];

const kinds = [
  { model: 'RiskRegister', list: 'riskRegisters', payload: 'riskRegister' },
  { model: 'SwotAnalysis', list: 'swotAnalyses', payload: 'swotAnalysis' },
  { model: 'Plan', list: 'plans', payload: 'plan' },
] as const;

/** What must happen: the status that a step leads to, or the code of its refusal. */
function expectedOf(step: string, role: string, status: Status): string {
  const { by = [], leads = {} } = steps[step] ?? {};
  const isOther = role === 'APPROVER of another agency';
  if (role === 'PUBLIC') return 'UNAUTHENTICATED';
  if (!by.includes(isOther ? 'APPROVER' : role)) return 'FORBIDDEN';
  // Another agency's record, and a draft for the centre, are as if they were not there.
  if (isOther || (role === 'CENTRE' && status === 'DRAFT')) return 'NOT_FOUND';
  return leads[status] ?? 'ILLEGAL_TRANSITION';
}

describe.each(kinds)('every step of a $model by every role in every status', ({ model, list, payload }) => {
  it('leads where the table says, or is refused by its code, with nothing changed', async () => {
    const found = await registry.as('sample-1-viewer')(
      `{ ${list}(first: 20) { edges { node { id missing { code } } } } }`,
    );
    expect(found.errors).toEqual([]);
    const record = nodes(found.data[list]).find(({ missing }) => missing.length === 0);
    // Without a complete record submitting could not be told from being refused.
    expect(record).toBeDefined();
    const uuid = uuidOf(record.id);
    const setStatus = (status: Status) =>
      asSuperuser<{ version: number }>(
        registry.database.superuser,
        `WITH acting AS (SELECT set_config('app.account', (SELECT id::text FROM "Account" WHERE sub LIKE 'service|%' LIMIT 1), false))
         UPDATE "${model}" SET status = $1::"RecordStatus" FROM acting WHERE id = $2 RETURNING version`,
        [status, uuid],
      );

    const statusNow = async () => {
      const [row] = await asSuperuser<{ status: string }>(
        registry.database.superuser,
        `SELECT status FROM "${model}" WHERE id = $1`,
        [uuid],
      );
      return row?.status;
    };

    let cells = 0;
    const wrong: string[] = [];
    for (const [step, { input }] of Object.entries(steps)) {
      const name = `${step}${model}`;
      const type = ['submit', 'revise', 'approve', 'close'].includes(step)
        ? `${model}ActInput`
        : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      for (const status of statuses) {
        const ask = async (role: string, version: number | undefined) => {
          const persona = personaOf[role];
          const answer = await (persona ? registry.as(persona) : registry.public)(
            `mutation ($input: ${type}!) { ${name}(input: $input) { ${payload} { status } } }`,
            { input: { id: record.id, expectedVersion: version, ...input } },
          );
          const outcome = answer.errors[0]?.extensions.code ?? answer.data[name][payload].status;
          const expected = expectedOf(step, role, status);
          cells += 1;
          if (outcome !== expected) wrong.push(`${role} ${name} from ${status}: ${outcome} instead of ${expected}`);
          if (outcome === 'ILLEGAL_TRANSITION' && !answer.errors[0]?.message.includes(status))
            wrong.push(`${name} from ${status}: the refusal does not name the status`);
        };
        const isLed = (role: string) => statuses.some((each) => each === expectedOf(step, role, status));
        const [row] = await setStatus(status);
        await Promise.all(
          Object.keys(personaOf)
            .filter((role) => !isLed(role))
            .map((role) => ask(role, row?.version)),
        );
        if ((await statusNow()) !== status) wrong.push(`${name} from ${status}: a refusal moved it`);
        for (const role of Object.keys(personaOf).filter(isLed)) {
          const [fresh] = await setStatus(status);
          await ask(role, fresh?.version);
          if ((await statusNow()) !== expectedOf(step, role, status))
            wrong.push(`${role} ${name} from ${status}: not moved`);
        }
      }
    }
    console.info(`${model}: ${cells} cells of step x role x status, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 120_000);
});

it('nobody approves what they submitted themselves, whatever place they submitted it from', async () => {
  const found = await registry.as('centre')(
    '{ riskRegisters(first: 5, where: {agency: {code: {eq: "SAMPLE-2"}}, status: {eq: SUBMITTED}}) { edges { node { id version } } } }',
  );
  const [register] = nodes(found.data.riskRegisters);
  await asSuperuser(
    registry.database.superuser,
    `SET session_replication_role = 'replica';
     UPDATE "StatusChange" s SET "accountId" = a.id FROM "Account" a
     WHERE a.sub = 'demo|centre' AND s.act = 'SUBMIT' AND s."registerId" = '${uuidOf(register.id)}'`,
  );
  const answer = await registry.as('centre')(
    'mutation ($input: RiskRegisterActInput!) { approveRiskRegister(input: $input) { riskRegister { status } } }',
    { input: { id: register.id, expectedVersion: register.version } },
  );
  expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  const after = await registry.as('centre')(
    'query ($id: ID!) { node(id: $id) { ... on RiskRegister { status version } } }',
    {
      id: register.id,
    },
  );
  expect(after.data.node).toEqual({ status: 'SUBMITTED', version: register.version });
});
