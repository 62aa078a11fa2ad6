import { isEditorOfAgency } from '../../access/access.rules.ts';
import { act } from '../../graphql/acts/act.ts';
import { lockFound } from '../../graphql/acts/lock-found.ts';
import { onWhen, statesOf } from '../../graphql/acts/standing.ts';
import { builder } from '../../graphql/builder.ts';
import { Check } from '../../graphql/inputs/check.ts';
import { RiskRegister } from '../../risk/register.type.ts';
import { beginReport, checkEnded, checkRoom, reportTwice } from '../begin-report.ts';
import { YearReportPayload } from '../report.payload.ts';
import { requireInForce } from '../require-in-force.ts';
import { briberyRisks, takenMeasures } from '../taken-measures.ts';
import { writeItems } from '../write-items.ts';

const DraftBriberyReportInput = builder.inputType('DraftBriberyReportInput', {
  description: 'รายงานผลการจัดการความเสี่ยงการรับสินบนของทะเบียนหนึ่ง · The report on the bribery risks of a register.',
  fields: (t) => ({
    riskRegisterId: t.globalID({
      for: RiskRegister,
      required: true,
      description: 'ทะเบียนความเสี่ยงที่ได้รับความเห็นชอบแล้ว · A risk register that is in force.',
    }),
  }),
});

const registers = statesOf('RiskRegister', (db, ids) =>
  db.riskRegister.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      status: true,
      isAmendment: true,
      fiscalYear: true,
      _count: { select: { risks: { where: briberyRisks } } },
      yearReports: { where: { kind: 'BRIBERY_RISKS' }, take: 1, select: { id: true } },
    },
  }),
);

type ToReport = { readonly fiscalYear: number; readonly riskCount: number };

/** There is something to report once the year is over, on a register that names a bribery risk. */
function requireToReport({ fiscalYear, riskCount }: ToReport): void {
  const check = new Check();
  checkEnded(check, 'riskRegisterId', 'BRIBERY_RISKS', fiscalYear);
  if (riskCount === 0) check.add('riskRegisterId', 'ทะเบียนไม่มีความเสี่ยงการรับสินบน', 'The register has no bribery risk.');
  checkRoom(check, 'riskRegisterId', riskCount);
  check.refuse();
}

act({
  name: 'draftBriberyReport',
  description:
    'ร่างรายงานผลการจัดการความเสี่ยงการรับสินบนของปี โดยนำมาตรการ สถานะ และระดับความเสี่ยงก่อนและหลังจากทะเบียนมาให้ แล้วแก้ไขต่อได้ · Drafts the report on what was done in the year about the bribery risks of a register: each risk with its measures, how far they have come, and its level before and after.',
  by: isEditorOfAgency,
  on: onWhen(registers, ({ _count, yearReports, fiscalYear, ...state }) => {
    requireInForce(state);
    requireToReport({ fiscalYear, riskCount: _count.risks });
    if (yearReports.length > 0) throw reportTwice('riskRegisterId');
  }),
  errors: {
    NOT_FOUND: true,
    INVALID_INPUT:
      'ปียังไม่สิ้นสุด ไม่มีความเสี่ยงการรับสินบน หรือมีมากกว่าที่รายงานรับได้ หรือมีรายงานแล้ว · year not over, no bribery risk or more than a report holds, a report already',
    ILLEGAL_TRANSITION: 'ทะเบียนไม่เคยได้รับความเห็นชอบ หรือปิดแล้ว · register never approved, or closed',
  },
  input: DraftBriberyReportInput,
  payload: YearReportPayload,
  work: async ({ riskRegisterId: { id: registerId } }, tx) => {
    const register = await lockFound(tx, { model: 'RiskRegister', id: registerId, field: 'riskRegisterId' }, () =>
      tx.db.riskRegister.findUnique({
        where: { id: registerId },
        select: { status: true, isAmendment: true, fiscalYear: true },
      }),
    );
    requireInForce(register);
    const { fiscalYear } = register;
    const taken = await takenMeasures(tx.db, { registerId });
    requireToReport({ fiscalYear, riskCount: taken.length });
    const id = await beginReport(tx, 'riskRegisterId', { kind: 'BRIBERY_RISKS', fiscalYear, registerId });
    await writeItems(tx, id, taken);
    return { id };
  },
});
