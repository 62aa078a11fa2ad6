import type { FieldProblem } from '../base/message.logic.ts';
import { requireOne } from '../graphql/inputs/references.ts';
import type { ScopedDb } from '../tenancy/scoped-db.ts';

/** Said when a month has a procurement summary already. */
export const monthTaken: FieldProblem = {
  code: 'MONTH_TAKEN',
  field: 'summaryMonth',
  message: {
    th: 'เดือนนี้มีสรุปผลการจัดซื้อจัดจ้างแล้ว: แก้ไขรายการเดิม',
    en: 'The month has its procurement summary already: correct that one.',
  },
};

/** The unit is one of the agency. */
export const requireUnit = (db: ScopedDb, unitId: string | null | undefined): Promise<void> =>
  requireOne('unitId', unitId, (id) => db.unit.findUnique({ where: { id }, select: { id: true } }));
