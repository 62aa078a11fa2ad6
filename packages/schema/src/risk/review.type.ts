import { builder } from '../core/builder.ts';
import { todayInBangkok } from '../core/today.logic.ts';
import { reviewDueOn, reviewState } from './review.logic.ts';
import { RiskReviewState } from './risk.enums.ts';
import { Risk } from './risk.type.ts';

const reviewed = { level: true, currentAssessment: { select: { assessedOn: true } } } as const;

type Reviewed = {
  level: 'UNASSESSED' | 'LOW' | 'MEDIUM' | 'HIGH' | 'EXTREME';
  currentAssessment: { assessedOn: Date } | null;
};

const reviewedRisk = ({ level, currentAssessment }: Reviewed) => ({
  level,
  assessedOn: currentAssessment?.assessedOn ?? null,
});

builder.prismaObjectFields(Risk, (t) => ({
  reviewDueOn: t.field({
    type: 'Date',
    description:
      'ต้องทบทวนภายในวันที่ นับจากการประเมินล่าสุด: สูงมาก 1 สูง 3 ปานกลาง 6 ต่ำ 12 เดือน · Day by which it is to be assessed again: 1 month after the assessment that gives its level when EXTREME, 3 when HIGH, 6 when MEDIUM, 12 when LOW; today when unassessed.',
    select: reviewed,
    resolve: (risk) => reviewDueOn(reviewedRisk(risk), todayInBangkok()),
  }),
  reviewState: t.field({
    type: RiskReviewState,
    description: 'สถานะการทบทวนในวันนี้ · State of its review today in Bangkok.',
    select: reviewed,
    resolve: (risk) => reviewState(reviewedRisk(risk), todayInBangkok()),
  }),
}));
