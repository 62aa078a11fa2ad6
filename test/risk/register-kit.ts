import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import type { Answer, Registry } from '../kit/registry.ts';

/** Somebody who writes registers: each act by its name, with its input and what is asked of its payload. */
export function writerOf(registry: Registry, persona: string) {
  const ask = registry.as(persona);
  const act = (name: string, input: Record<string, unknown>, payload: string): Promise<Answer> =>
    ask(
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${payload} } }`,
      {
        input,
      },
    );
  /** Does what must succeed, and gives its payload. */
  const done = async (name: string, input: Record<string, unknown>, payload: string) => {
    const { data, errors } = await act(name, input, payload);
    if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data[name];
  };
  return { ask, act, done };
}

export type Writer = ReturnType<typeof writerOf>;

/** A draft register of a year that the agency has none for, with one risk. */
export async function draftWithRisk({ done }: Writer, fiscalYear: number) {
  const { riskRegister } = await done('draftRiskRegister', { fiscalYear }, 'riskRegister { id version }');
  const { risk } = await done(
    'addRisk',
    { registerId: riskRegister.id, titleTh: 'เรียกรับเงินในการตรวจ', processArea: 'INSPECTION' },
    'risk { id version code }',
  );
  return { register: riskRegister, risk };
}

/** The code of a refusal, and the fields that it names. */
export const refusalOf = ({ errors }: Answer) => [
  errors[0]?.extensions.code,
  ...(errors[0]?.extensions.fields ?? []).map(({ field }: { field: string }) => field),
];

/** How much was ever written: a refused act adds nothing to it. */
export async function changes({ database }: Registry): Promise<number> {
  const [row] = await asSuperuser<{ count: number }>(
    database.superuser,
    'SELECT count(*)::int AS count FROM "AuditEntry"',
  );
  return row?.count ?? 0;
}

/** Gives a register a status without its acts, to see what is refused there. */
export const setStatus = ({ database }: Registry, fiscalYear: number, status: string) =>
  asSuperuser(
    database.superuser,
    `SET session_replication_role = 'replica'; UPDATE "RiskRegister" SET status = '${status}' WHERE "fiscalYear" = ${fiscalYear}`,
  );

/** The date so many days from today in Bangkok. */
export const day = (days: number): string =>
  new Date(todayInBangkok().getTime() + days * 86_400_000).toISOString().slice(0, 10);
