import type { DeclarationKind, OitAnswerKind, YearReportKind } from '@registry/prisma/generated/client/enums.ts';
import { withSource } from '../../base/legal-source.logic.ts';
import type { FieldProblem } from '../../base/message.logic.ts';

type AnsweredBy = {
  readonly answeredBy: OitAnswerKind | null;
  readonly declarationKind: DeclarationKind | null;
  readonly reportKind: YearReportKind | null;
};

const problem = (field: string, code: string, th: string, en: string): FieldProblem => ({
  field,
  code,
  message: withSource({ th, en }, 'registry'),
});

/** What is wrong with what is said of the records that answer a topic: declarations by what they are about, reports on plans by their period. */
export function problemsOfTopic({ answeredBy, declarationKind, reportKind }: AnsweredBy): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if ((answeredBy === 'DECLARATION') !== (declarationKind !== null))
    problems.push(
      problem(
        'declarationKind',
        'KIND_OF_DECLARATION',
        'ระบุเรื่องของประกาศเมื่อหัวข้อตอบด้วยประกาศ และเมื่อนั้นเท่านั้น',
        'What the declaration is about is said of a topic that declarations answer, and of no other.',
      ),
    );
  if ((answeredBy === 'PLAN_REPORT') !== (reportKind !== null) || reportKind === 'BRIBERY_RISKS')
    problems.push(
      problem(
        'reportKind',
        'PERIOD_OF_REPORT',
        'ระบุรอบ 6 หรือ 12 เดือนเมื่อหัวข้อตอบด้วยรายงานผลตามแผน และเมื่อนั้นเท่านั้น',
        'Six or twelve months are said of a topic that reports on plans answer, and of no other.',
      ),
    );
  return problems;
}
