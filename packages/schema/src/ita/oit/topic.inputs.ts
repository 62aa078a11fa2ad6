import { DeclarationKind } from '../../declaration/declaration.enums.ts';
import type { InputFieldBuilder } from '../../graphql/inputs/input-field-builder.ts';
import { YearReportKind } from '../../report/report.enums.ts';
import { OitAnswerKind } from './round.type.ts';

/** By which records of the registry a topic is answered. */
export const answeredByFields = (t: InputFieldBuilder) => ({
  answeredBy: t.field({
    type: OitAnswerKind,
    description:
      'ชนิดของข้อมูลในทะเบียนที่ตอบหัวข้อ ไม่มี = null · Kind of the registry’s records that answer it; null where the registry has none.',
  }),
  declarationKind: t.field({
    type: DeclarationKind,
    description: 'เรื่องของประกาศ เฉพาะหัวข้อที่ตอบด้วยประกาศ · What the declaration is about; with DECLARATION alone.',
  }),
  reportKind: t.field({
    type: YearReportKind,
    description:
      'รอบของรายงาน 6 หรือ 12 เดือน เฉพาะหัวข้อที่ตอบด้วยรายงานผลตามแผน · Six or twelve months; with PLAN_REPORT alone.',
  }),
});
