import { todayInBangkok } from '@registry/schema/base/today.logic.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import type { Person } from '../kit/person.ts';
import type { Registry } from '../kit/registry.ts';

/** A draft register of a year that the agency has none for, with one risk. */
export async function draftWithRisk({ does }: Person, fiscalYear: number) {
  const { riskRegister } = await does('draftRiskRegister', { fiscalYear }, 'riskRegister { id version }');
  const { risk } = await does(
    'addRisk',
    { registerId: riskRegister.id, titleTh: 'เรียกรับเงินในการตรวจ', processArea: 'INSPECTION' },
    'risk { id version code }',
  );
  return { register: riskRegister, risk };
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
