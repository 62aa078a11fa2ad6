import { storedEnum } from '../graphql/enums.ts';

export const AuditFollowUp = storedEnum(
  'AuditFollowUp',
  'สถานะการติดตามข้อตรวจพบ · How far a recommendation of an internal audit was followed.',
  {
    NOT_STARTED: 'ยังไม่ดำเนินการ · Nothing has been reported.',
    IN_PROGRESS: 'อยู่ระหว่างดำเนินการ · Begun; the observation says what was done.',
    DONE: 'ดำเนินการแล้ว · Followed; the observation says what was done.',
  },
);
