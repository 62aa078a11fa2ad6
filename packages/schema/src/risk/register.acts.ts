import { todayInBangkok } from '../base/today.logic.ts';
import { recordActs } from '../lifecycle/steps/record-acts.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';
import { RiskRegisterPayload } from './register.payload.ts';
import { RiskRegister } from './register.type.ts';
import { Risk } from './risk.type.ts';
import { neededToPublish, submissionProblems } from './submission.logic.ts';

async function missing(db: ScopedDb, ids: string[]) {
  const registers = await db.riskRegister.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      fiscalYear: true,
      areasWithoutRisk: { select: { area: true } },
      method: { select: { id: true, levels: true } },
      risks: {
        orderBy: [{ code: 'asc' }, { id: 'asc' }],
        include: {
          causes: true,
          assessments: true,
          mitigations: { orderBy: { sortOrder: 'asc' } },
          acceptances: true,
        },
      },
    },
  });
  return new Map(registers.map((register) => [register.id, submissionProblems(register, todayInBangkok())]));
}

recordActs({
  model: 'RiskRegister',
  kind: 'RISK_REGISTER',
  nameTh: 'ทะเบียนความเสี่ยง',
  nameEn: 'risk register',
  ref: RiskRegister,
  payload: RiskRegisterPayload,
  link: (registerId) => ({ registerId }),
  find: async (db, ids) => {
    const registers = await db.riskRegister.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        agencyId: true,
        status: true,
        isAmendment: true,
        fiscalYear: true,
        agency: { select: { nameTh: true } },
      },
    });
    return registers.map((register) => ({
      ...register,
      lastYear: register.fiscalYear,
      titleTh: `ทะเบียนความเสี่ยงการทุจริต ${register.agency.nameTh} ปีงบประมาณ ${register.fiscalYear}`,
    }));
  },
  move: (db, { id, status }, to) =>
    db.riskRegister.updateMany({ where: { id, status }, data: { status: to, version: { increment: 1 } } }),
  missing,
  neededToPublish,
  items: {
    ref: Risk,
    column: 'riskId',
    among: (db, registerId, ids) => db.risk.findMany({ where: { registerId, id: { in: ids } }, select: { id: true } }),
  },
});
