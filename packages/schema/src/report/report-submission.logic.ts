import { sourced } from '../base/legal-source.logic.ts';
import type { FieldProblem } from '../base/message.logic.ts';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';

export type ReportProblem = FieldProblem & { readonly code: string; readonly nodeId: string | null };

type ReportToSubmit = {
  readonly summaryTh: string | null;
  readonly signedById: string | null;
  readonly signedOn: Date | null;
  readonly items: readonly {
    readonly id: string;
    readonly titleTh: string;
    readonly resultTh: string | null;
    readonly measures: readonly { readonly id: string; readonly measureTh: string; readonly doneTh: string | null }[];
  }[];
};

const without = (code: string, field: string, th: string, en: string, nodeId: string | null = null): ReportProblem => ({
  code,
  field,
  nodeId,
  message: { th, en },
});

/** Everything that is missing before a report can be submitted: it sums up, is signed, and says of each item what came of it. */
export function reportProblems({ summaryTh, signedById, signedOn, items }: ReportToSubmit): ReportProblem[] {
  return sourced([
    ...(summaryTh
      ? []
      : [without('REPORT_WITHOUT_SUMMARY', 'summaryTh', 'ยังไม่มีสรุปผลโดยรวม', 'Sum up the results as a whole.')]),
    ...(signedById && signedOn
      ? []
      : [
          without(
            'REPORT_WITHOUT_SIGNATURE',
            signedById ? 'signedOn' : 'signedBy',
            'ยังไม่ระบุตำแหน่งผู้ลงนามและวันที่ลงนาม',
            'Name the position that signs it, and the day.',
          ),
        ]),
    ...items.flatMap(({ id, titleTh, resultTh, measures }, place) => [
      ...(resultTh || measures.some(({ doneTh }) => doneTh)
        ? []
        : [
            without(
              'REPORT_ITEM_WITHOUT_RESULT',
              `items[${place}].resultTh`,
              `ยังไม่ระบุผลของ "${titleTh}"`,
              `Say what came of "${titleTh}".`,
              encodeGlobalId('YearReportItem', id),
            ),
          ]),
    ]),
  ]);
}
