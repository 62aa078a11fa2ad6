import { enumOf, storedEnum } from '../graphql/enums.ts';
import { activityKindMeanings } from './activity-kind.logic.ts';
import type { ActivityPercentName } from './activity-percent.logic.ts';

export const ActivityKind = storedEnum(
  'ActivityKind',
  'ชนิดของกิจกรรม แต่ละชนิดมีตัวเลขของตน · Kind of an activity; each has numbers of its own, and others are refused.',
  activityKindMeanings,
);

export const ActivityPercent = enumOf<ActivityPercentName>(
  'ActivityPercent',
  'ร้อยละคิดจากอะไร · What a percentage of an activity is the share of.',
  {
    PASSED_OF_ATTENDED: 'ผู้ผ่านต่อผู้เข้าร่วม · Of those who attended, those who passed.',
    ATTENDED_OF_INVITED: 'ผู้เข้าร่วมต่อผู้ได้รับเชิญ · Of those invited, those who attended.',
    ANSWERED_OF_INVITED: 'ผู้ตอบต่อผู้ได้รับเชิญ · Of those invited, those who answered.',
    SCORE_OF_MAX: 'คะแนนเฉลี่ยต่อคะแนนเต็ม · The mean score, of the highest.',
  },
);
