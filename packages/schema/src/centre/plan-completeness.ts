import { builder } from '../graphql/builder.ts';
import { enumOf, RecordStatus } from '../graphql/enums.ts';
import type { RecordStatusName } from '../lifecycle/lifecycle.logic.ts';

export const planKinds = ['ANNUAL', 'MULTI_YEAR'] as const;

type PlanKind = (typeof planKinds)[number];

const PlanKindEnum = enumOf<PlanKind>('PlanKind', 'ชนิดของแผนตามช่วงปี · Kind of plan, by the years that it covers.', {
  ANNUAL: 'แผนประจำปี · Of one fiscal year.',
  MULTI_YEAR: 'แผนหลายปี เช่น แผนห้าปี · Of several fiscal years, such as five.',
});

export const PlanCompleteness = builder
  .objectRef<{ kind: PlanKind; status: RecordStatusName | null }>('PlanCompleteness')
  .implement({
    description: 'แผนชนิดหนึ่งของหน่วยงานที่ครอบคลุมปีงบประมาณ · One kind of plan of an agency that covers the fiscal year.',
    fields: (t) => ({
      kind: t.expose('kind', { type: PlanKindEnum, description: 'ชนิดของแผน · Kind of plan.' }),
      status: t.expose('status', {
        type: RecordStatus,
        nullable: true,
        description: 'สถานะของแผนชนิดนี้ null = ยังไม่ส่ง · Status of it; null when none has been submitted.',
      }),
    }),
  });
