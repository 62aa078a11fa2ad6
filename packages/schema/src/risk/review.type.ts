import { builder } from '../graphql/builder.ts';
import { onTheDay } from '../graphql/on-the-day.ts';
import { isImported } from '../lifecycle/record/imported.logic.ts';
import { reviewDueOn, reviewState } from './review.logic.ts';
import { RiskReviewState } from './risk.enums.ts';
import { Risk } from './risk.type.ts';

const reviewed = {
  level: true,
  currentAssessment: { select: { assessedOn: true } },
  register: { select: { isImported: true } },
} as const;

type Reviewed = {
  level: 'UNASSESSED' | 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';
  currentAssessment: { assessedOn: Date } | null;
  register: { isImported: boolean };
};

const reviewedRisk = ({ level, currentAssessment, register }: Reviewed) => ({
  level,
  assessedOn: currentAssessment?.assessedOn ?? null,
  isOwed: !isImported(register),
});

builder.prismaObjectFields(Risk, (t) => ({
  reviewDueOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      'ต้องทบทวนภายในวันที่ นับจากการประเมินล่าสุด: สูงมาก 1 สูง 3 ปานกลาง 6 ต่ำ 12 เดือน (หลักเกณฑ์ของทะเบียน) · Day by which it is to be assessed again: 1 month after the assessment that gives its level when EXTREME, 3 when HIGH, 6 when MEDIUM, 12 when LOW; today when unassessed. The rule is the registry’s own; null in a register that was only imported, until the centre approves what its agency made of it.',
    select: reviewed,
    resolve: onTheDay((risk, today) => reviewDueOn(reviewedRisk(risk), today)),
  }),
  reviewState: t.field({
    type: RiskReviewState,
    description: 'สถานะการทบทวนในวันนี้ · State of its review today in Bangkok.',
    select: reviewed,
    resolve: onTheDay((risk, today) => reviewState(reviewedRisk(risk), today)),
  }),
}));
