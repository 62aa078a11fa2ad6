import { drawn } from '../kit/generated.ts';
import type { Registry } from '../kit/registry.ts';

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

/** A step: who may take it, where it leads from each status in which it exists, and how it is asked for. */
export type Step = {
  readonly mutation: string;
  readonly inputType: string;
  readonly by: readonly string[];
  readonly leads: Readonly<Record<string, string>>;
  readonly input?: object;
};

export type TransitionTable = {
  /** Table of the record, and the name of its id in inputs and of itself in payloads. */
  readonly model: string;
  readonly idName: string;
  readonly payload: string;
  readonly statuses: readonly string[];
  readonly steps: readonly Step[];
  /** What the database wants beside a status, as SQL assignments. */
  readonly besides?: (status: string) => string;
};

export const uuidOf = (id: string) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1];

/** What must happen: the status that a step leads to, or the code of its refusal. */
function expectedOf({ by, leads }: Step, role: string, status: string): string {
  const isOther = role === 'APPROVER of another agency';
  if (role === 'PUBLIC') return 'UNAUTHENTICATED';
  if (!by.includes(isOther ? 'APPROVER' : role)) return 'FORBIDDEN';
  // Another agency's record, and a draft for the centre, are as if they were not there.
  if (isOther || (role === 'CENTRE' && status === 'DRAFT')) return 'NOT_FOUND';
  return leads[status] ?? 'ILLEGAL_TRANSITION';
}

/** Tries every step by every role in every status on one record, which is put back each time. */
export async function tryAll(
  registry: Registry,
  record: { readonly id: string },
  { model, idName, payload, statuses, steps, besides }: TransitionTable,
): Promise<{ cells: number; wrong: string[] }> {
  const uuid = uuidOf(record.id);
  const sql = (text: string, values: unknown[]) => registry.rows<{ status: string; version: number }>(text, values);
  const setStatus = async (status: string): Promise<number | undefined> => {
    const more = besides ? `, ${besides(status)}` : '';
    // Through a draft, so that it is no amendment unless the status says so.
    if (status !== 'DRAFT' && statuses.includes('AMENDING')) await setStatus('DRAFT');
    const [row] = await sql(
      `WITH acting AS (SELECT set_config('app.account', (SELECT id::text FROM "Account" WHERE sub LIKE 'service|%' LIMIT 1), false))
       UPDATE "${model}" t SET status = $1::text::"${statusType(model)}"${more} FROM acting WHERE t.id = $2 RETURNING t.version`,
      [status, uuid],
    );
    return row?.version;
  };
  const statusNow = async () => (await sql(`SELECT status FROM "${model}" WHERE id = $1`, [uuid]))[0]?.status;

  let cells = 0;
  const wrong: string[] = [];
  for (const step of steps) {
    const { mutation, inputType, input } = step;
    const ask = async (role: string, status: string, expectedVersion: number | undefined) => {
      const persona = personaOf[role];
      const answer = await (persona ? registry.as(persona) : registry.public)(
        `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${payload} { __typename } } }`,
        { input: { [idName]: record.id, expectedVersion, ...input } },
        { 'accept-language': 'th' },
      );
      const outcome = answer.errors[0]?.extensions.code ?? 'done';
      const expected = expectedOf(step, role, status);
      cells += 1;
      if (outcome !== (statuses.includes(expected) ? 'done' : expected))
        wrong.push(
          `${role} ${mutation} from ${status}: ${outcome} instead of ${expected} ${answer.text.slice(0, 300)}`,
        );
      if (outcome === 'ILLEGAL_TRANSITION' && answer.errors[0]?.extensions.status !== status)
        wrong.push(`${mutation} from ${status}: the refusal does not name the status`);
      if (outcome === 'ILLEGAL_TRANSITION' && !answer.errors[0]?.message.includes('(ที่มา: '))
        wrong.push(`${mutation} from ${status}: the refusal does not say whose rule that is`);
      if (outcome === 'ILLEGAL_TRANSITION' && /[A-Za-z]/.test(answer.errors[0]?.message.replaceAll('SWOT', '') ?? ''))
        wrong.push(`${mutation} from ${status}: Thai readers are told names of programs: ${answer.errors[0]?.message}`);
    };
    for (const status of drawn(statuses)) {
      const isLed = (role: string) => statuses.includes(expectedOf(step, role, status));
      const version = await setStatus(status);
      const refused = Object.keys(personaOf).filter((role) => !isLed(role));
      await Promise.all(refused.map((role) => ask(role, status, version)));
      if ((await statusNow()) !== status) wrong.push(`${mutation} from ${status}: a refusal moved it`);
      for (const role of Object.keys(personaOf).filter(isLed)) {
        await ask(role, status, await setStatus(status));
        if ((await statusNow()) !== expectedOf(step, role, status))
          wrong.push(`${role} ${mutation} from ${status} did not move it`);
      }
    }
  }
  return { cells, wrong };
}

const statusTypes: Readonly<Record<string, string>> = {
  Project: 'ProjectStatus',
  DelegationOrder: 'DelegationOrderStatus',
};
const statusType = (model: string) => statusTypes[model] ?? 'RecordStatus';
