import { storedEnum } from '../graphql/enums.ts';

export const ResultFrequency = storedEnum('ResultFrequency', 'รอบที่ทำเป็นประจำ · How often something is done.', {
  DAILY: 'ทุกวัน · Every day.',
  WEEKLY: 'ทุกสัปดาห์ · Every week.',
  MONTHLY: 'ทุกเดือน · Every month.',
  QUARTERLY: 'ทุกไตรมาส · Every quarter.',
  HALF_YEARLY: 'ทุกครึ่งปี · Every half-year.',
  YEARLY: 'ทุกปี · Every year.',
});
