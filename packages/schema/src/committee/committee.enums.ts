import { storedEnum } from '../graphql/enums.ts';

export const CommitteeKind = storedEnum(
  'CommitteeKind',
  'ชนิดของคณะกรรมการหรือคณะทำงาน · Kind of a committee or working group.',
  {
    INTEGRITY: 'คุณธรรมและความโปร่งใส · Integrity and transparency.',
    RISK_MANAGEMENT: 'บริหารความเสี่ยงการทุจริต · Management of corruption risks.',
    ASSESSMENT: 'การประเมินคุณธรรมและความโปร่งใส · Integrity and transparency assessment.',
    INFORMATION_DISCLOSURE: 'เปิดเผยข้อมูลสาธารณะ · Disclosure of public information.',
    COMPLAINTS: 'จัดการเรื่องร้องเรียน · Handling of complaints.',
    ETHICS: 'จริยธรรม · Ethics.',
    OTHER: 'คณะกรรมการอื่น · Another committee.',
  },
);

export const CommitteeRole = storedEnum('CommitteeRole', 'หน้าที่ในคณะกรรมการ · Role in a committee.', {
  ADVISER: 'ที่ปรึกษา · Adviser.',
  CHAIR: 'ประธาน · Chair.',
  VICE_CHAIR: 'รองประธาน · Vice chair.',
  MEMBER: 'กรรมการ · Member.',
  SECRETARY: 'เลขานุการ · Secretary.',
  ASSISTANT_SECRETARY: 'ผู้ช่วยเลขานุการ · Assistant secretary.',
});
