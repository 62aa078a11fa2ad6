import { isEditorOfAgency } from '../../access/access.rules.ts';
import { invalidInput, notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { onAny } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { requireEach } from '../../graphql/inputs/references.ts';
import { RiskMethod } from '../../method/method.type.ts';
import type { ScopedDb } from '../../tenancy/scoped-db.ts';
import { type CarriedRisk, carriedRisk } from '../carried-risk.logic.ts';
import { RiskRegisterPayload } from '../register.payload.ts';
import { RiskRegister } from '../register.type.ts';
import { committeeInYear } from '../register-committee.ts';
import { registerMethod } from '../register-method.ts';
import { Risk } from '../risk.type.ts';

const WITHOUT_MAX = 250;

const CarryForwardInput = builder.inputType('CarryForwardRiskRegisterInput', {
  description: 'การยกทะเบียนความเสี่ยงไปปีถัดไป · What is said when a register is carried forward to a later year.',
  fields: (t) => ({
    fromId: t.globalID({ for: RiskRegister, required: true, description: 'ทะเบียนที่ยกไป · The register.' }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'ปีงบประมาณใหม่ · The later fiscal year, in which the agency has no register yet.',
    }),
    methodId: t.globalID({
      for: RiskMethod,
      description:
        'วิธีประเมิน ไม่ระบุ = รุ่นล่าสุดของวิธีเดิม · Method; when absent, the newest version of the same method that is in use in that year.',
    }),
    withoutRiskIds: t.globalIDList({
      for: Risk,
      description: 'ความเสี่ยงที่ไม่ยกไป (ไม่เกิน 250) · Risks of the register that end here, at most 250.',
    }),
  }),
});

const yearTaken = {
  field: 'fiscalYear',
  message: {
    th: 'หน่วยงานมีทะเบียนของปีนั้นแล้ว โปรดเพิ่มความเสี่ยงในทะเบียนนั้น',
    en: 'The agency has a register of that year already: add the risks to that one.',
  },
};

act({
  name: 'carryForwardRiskRegister',
  description:
    'ยกทะเบียนความเสี่ยงไปเป็นร่างของปีถัดไป พร้อมสาเหตุ การควบคุม อำนาจที่เกี่ยวข้อง มาตรการที่ยังไม่เสร็จ และคณะกรรมการที่ยังมีวาระ ไม่รวมผลประเมินและการยอมรับ · Makes a draft register of a later year out of one: its risks with their causes, controls, related powers and open mitigations, and its committee while that lasts, without assessments and acceptances.',
  by: isEditorOfAgency,
  on: onAny('RiskRegister'),
  errors: { NOT_FOUND: true },
  input: CarryForwardInput,
  payload: RiskRegisterPayload,
  work: async (input, { db, agencyId, lockShared }) => {
    const { fiscalYear } = input;
    const from = await db.riskRegister.findUnique({
      where: { id: input.fromId.id },
      select: { id: true, fiscalYear: true, committeeId: true, method: { select: { id: true, code: true } } },
    });
    if (!from) throw notFound('fromId');
    const check = new Check();
    const withoutIds = check.ids('withoutRiskIds', input.withoutRiskIds, WITHOUT_MAX) ?? [];
    if (fiscalYear <= from.fiscalYear) {
      check.add(
        'fiscalYear',
        `fiscalYear ต้องหลังปี ${from.fiscalYear} ของทะเบียนที่ยกไป`,
        `fiscalYear must be later than ${from.fiscalYear}, the year of the register.`,
      );
    } else if (await db.riskRegister.findFirst({ where: { fiscalYear }, select: { id: true } })) {
      check.include([yearTaken]);
    }
    const named = input.methodId?.id ?? (from.method ? await newestVersion(db, from.method, fiscalYear) : undefined);
    const methodId = await registerMethod(db, check, fiscalYear, named);
    check.refuse();

    const risks = await db.risk.findMany({
      where: { registerId: from.id },
      orderBy: [{ code: 'asc' }, { id: 'asc' }],
      include: { causes: true, controls: true, mitigations: true, powers: true },
    });
    const ownIds = new Set(risks.map(({ id }) => id));
    requireEach(
      withoutIds,
      (id) => ownIds.has(id),
      (index) => `withoutRiskIds[${index}]`,
    );

    const committeeId = await committeeInYear(db, from.committeeId, fiscalYear);
    const [register] = await db.riskRegister.createManyAndReturn({
      data: [{ agencyId, fiscalYear, methodId, committeeId, carriedFromId: from.id }],
      skipDuplicates: true,
      select: { id: true },
    });
    // A concurrent request has just made one.
    if (!register) throw invalidInput(yearTaken);
    lockShared('RiskRegister', register.id);
    const carried = risks.filter(({ id }) => !withoutIds.includes(id)).map(carriedRisk);
    await addRisks(db, carried, { fiscalYear, registerId: register.id });
    return { id: register.id };
  },
});

/** The newest version of a method that is in use in a year. */
async function newestVersion(db: ScopedDb, own: { id: string; code: string }, fiscalYear: number): Promise<string> {
  const newest = await db.riskMethod.findFirst({
    where: { code: own.code, fiscalYearFrom: { lte: fiscalYear } },
    orderBy: [{ fiscalYearFrom: 'desc' }, { version: 'desc' }],
    select: { id: true },
  });
  return newest?.id ?? own.id;
}

type Place = { readonly fiscalYear: number; readonly registerId: string };

/** Adds the risks, then their parts, each kind in one statement however many there are. */
async function addRisks(db: ScopedDb, carried: readonly CarriedRisk[], { fiscalYear, registerId }: Place) {
  const added = await db.risk.createManyAndReturn({
    data: carried.map(({ columns }) => ({ ...columns, fiscalYear, registerId })),
    select: { id: true, carriedFromId: true },
  });
  const newIds = new Map(added.map(({ id, carriedFromId }) => [carriedFromId, id]));
  const partsOf = <Part extends object>(parts: (risk: CarriedRisk) => readonly Part[]) =>
    carried.flatMap((risk) => {
      const riskId = newIds.get(risk.columns.carriedFromId);
      if (riskId === undefined) throw new Error(`The risk ${risk.columns.code} was not added.`);
      return parts(risk).map((part) => ({ ...part, riskId }));
    });
  await db.riskCause.createMany({ data: partsOf(({ causes }) => causes) });
  await db.control.createMany({ data: partsOf(({ controls }) => controls) });
  await db.riskPower.createMany({ data: partsOf(({ powers }) => powers) });
  await db.mitigation.createMany({
    data: partsOf(({ mitigations }) => mitigations).map((mitigation) => ({ ...mitigation, fiscalYear })),
  });
}
