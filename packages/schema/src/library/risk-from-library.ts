import { todayInBangkok } from '../base/today.logic.ts';
import { lockFound } from '../graphql/acts/lock-found.ts';
import type { Check } from '../graphql/inputs/check.ts';
import { checkMaxCount } from '../graphql/limits/max-count.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { requireWritten } from '../lifecycle/record-state.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { OfferedRisk } from './answer.ts';
import { CODE_MAX } from './library-risk.inputs.ts';

/** Where a risk of the library goes in the agency, and by when its measures are due. */
type Place = { readonly registerId: string; readonly code?: string | null; readonly dueOn: Date };
type Title = { readonly titleTh: string; readonly titleEn?: string | null };

/** Holds the register and checks the place; `path` is where the input names the register. The check is refused by the caller. */
export async function checkedPlace(tx: ActTransaction, offered: OfferedRisk, place: Place, check: Check, path: string) {
  const { db } = tx;
  const at = { model: 'RiskRegister', id: place.registerId, field: `${path}registerId` } as const;
  const register = await lockFound(tx, at, (id) =>
    db.riskRegister.findUnique({ where: { id }, select: { id: true, status: true, fiscalYear: true } }),
  );
  requireWritten(register);
  const code = check.text('code', place.code ?? offered.code, { max: CODE_MAX });
  const taken = await db.risk.findFirst({ where: { registerId: register.id, code }, select: { id: true } });
  if (taken) check.add('code', `ทะเบียนมีรหัส ${code} แล้ว`, `The register has a risk ${code} already: give another code.`);
  const count = await db.risk.count({ where: { registerId: register.id } });
  checkMaxCount(check, 'registerId', { count, max: most.risksOfRegister });
  if (place.dueOn < todayInBangkok()) check.add('dueOn', 'dueOn ต้องไม่เป็นวันที่ผ่านมาแล้ว', 'dueOn must not be in the past.');
  return { registerId: register.id, fiscalYear: register.fiscalYear, code, dueOn: place.dueOn };
}

/** Adds a risk of the library to a register of the agency; the suggested measures become planned mitigations. */
export async function addRiskFromLibrary(
  { db, agencyId }: ActTransaction,
  { processArea, corruptionTypes, measures }: OfferedRisk,
  { dueOn, ...place }: Awaited<ReturnType<typeof checkedPlace>>,
  title: Title,
): Promise<string> {
  const { id } = await db.risk.create({
    data: { ...place, ...title, agencyId, processArea, corruptionTypes },
    select: { id: true },
  });
  await db.mitigation.createMany({
    data: measures.map(({ sortOrder, measureTh, measureEn, strategy }) => ({
      agencyId,
      riskId: id,
      fiscalYear: place.fiscalYear,
      sortOrder,
      measureTh,
      measureEn,
      strategy,
      dueOn,
    })),
  });
  return id;
}
