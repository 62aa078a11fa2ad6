import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { ActivityPercent } from './activity.enums.ts';
import { IntegrityActivity } from './activity.type.ts';
import { type ActivityPercentName, percentsOf } from './activity-percent.logic.ts';

type Share = { readonly of: ActivityPercentName; readonly value: string };

const ActivityShare = builder.objectRef<Share>('ActivityShare').implement({
  description: 'ร้อยละที่คำนวณจากจำนวนของกิจกรรม · A percentage that follows from the numbers of an activity.',
  fields: (t) => ({
    of: t.expose('of', { type: ActivityPercent, description: 'คิดจากอะไร · What it is the share of.' }),
    value: t.field({
      type: 'Decimal',
      description: 'ร้อยละ สองตำแหน่ง · In percent, with two decimals, halves up.',
      resolve: ({ value }) => new Prisma.Decimal(value),
    }),
  }),
});

const counted = {
  kind: true,
  invitedCount: true,
  attendedCount: true,
  passedCount: true,
  respondentCount: true,
  averageScore: true,
  scoreMax: true,
} as const;

builder.prismaObjectFields(IntegrityActivity, (t) => ({
  percent: t.field({
    type: ActivityShare,
    nullable: true,
    description:
      'ร้อยละที่ใช้ตัดสินกิจกรรม · The percentage by which it is judged: those who passed, else those who came; of a survey the mean score, else those who answered. Null where the numbers give none.',
    select: counted,
    resolve: (activity) => percentsOf(activity)[0] ?? null,
  }),
  percents: t.field({
    type: [ActivityShare],
    listSize: 4,
    description: 'ร้อยละทั้งหมดที่คำนวณได้ · Every percentage that its numbers give.',
    select: counted,
    resolve: (activity) => percentsOf(activity),
  }),
}));
