import { invalidInput } from '../base/errors.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import { todayInBangkok } from '../base/today.logic.ts';
import { lockFound } from '../graphql/acts/lock-found.ts';
import type { Check } from '../graphql/inputs/check.ts';
import { checkMaxCount } from '../graphql/limits/max-count.ts';
import { most } from '../graphql/limits/parts.logic.ts';
import { requireWritten } from '../lifecycle/record/record-state.ts';
import { addUnderCode, nextRiskCode } from '../risk/risk-code.logic.ts';
import type { ActTransaction } from '../tenancy/act-transaction.ts';
import type { OfferedRisk } from './answer.ts';
import { CODE_MAX } from './library-risk.inputs.ts';

/** Where a risk of the library goes in the agency, and by when its measures are due. */
type Place = { readonly registerId: string; readonly code?: string | null; readonly dueOn: Date };
type Title = { readonly titleTh: string; readonly titleEn?: string | null };

const codesOf = async ({ db }: ActTransaction, registerId: string): Promise<string[]> =>
  (await db.risk.findMany({ where: { registerId }, select: { code: true } })).map(({ code }) => code);

const codeTaken = (code: string, path = ''): FieldProblem => ({
  field: `${path}code`,
  message: { th: `ทะเบียนมีรหัส ${code} แล้ว`, en: `The register has a risk ${code} already: give another code.` },
});

/** Holds the register and checks the place; `path` is where the input names the register. The check is refused by the caller. */
export async function checkedPlace(tx: ActTransaction, offered: OfferedRisk, place: Place, check: Check, path: string) {
  const { db } = tx;
  const at = { model: 'RiskRegister', id: place.registerId, field: `${path}registerId` } as const;
  const register = await lockFound(tx, at, (id) =>
    db.riskRegister.findUnique({ where: { id }, select: { id: true, status: true, fiscalYear: true } }),
  );
  requireWritten(register);
  const given = check.text('code', place.code ?? undefined, { max: CODE_MAX });
  const codes = await codesOf(tx, register.id);
  const isTaken = given !== undefined && codes.includes(given);
  if (isTaken) check.include([codeTaken(given)]);
  checkMaxCount(check, 'registerId', { count: codes.length, max: most.risksOfRegister });
  if (place.dueOn < todayInBangkok()) check.add('dueOn', 'dueOn ต้องไม่เป็นวันที่ผ่านมาแล้ว', 'dueOn must not be in the past.');
  const first = codes.includes(offered.code) ? nextRiskCode(codes) : offered.code;
  return { registerId: register.id, fiscalYear: register.fiscalYear, dueOn: place.dueOn, given, first, path };
}

/** Adds a risk of the library to a register of the agency; the suggested measures become planned mitigations. */
export async function addRiskFromLibrary(
  tx: ActTransaction,
  { processArea, corruptionTypes, measures }: OfferedRisk,
  { registerId, fiscalYear, dueOn, given, first, path }: Awaited<ReturnType<typeof checkedPlace>>,
  title: Title,
): Promise<string> {
  const { db, agencyId } = tx;
  const row = { registerId, fiscalYear, ...title, agencyId, processArea, corruptionTypes };
  const add = async (code: string) => {
    const data = [{ ...row, code }];
    return (await db.risk.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } }))[0];
  };
  const risk = await addUnderCode({ given, first, taken: () => codesOf(tx, registerId), add });
  if (!risk) throw invalidInput(codeTaken(given ?? first, path));
  await db.mitigation.createMany({
    data: measures.map(({ sortOrder, measureTh, measureEn, strategy }) => ({
      agencyId,
      riskId: risk.id,
      fiscalYear,
      sortOrder,
      measureTh,
      measureEn,
      strategy,
      dueOn,
    })),
  });
  return risk.id;
}
