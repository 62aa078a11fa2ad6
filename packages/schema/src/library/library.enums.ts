import { storedEnum } from '../graphql/enums.ts';

export const LibraryRiskStatus = storedEnum(
  'LibraryRiskStatus',
  'สถานะของความเสี่ยงในคลัง · Status of a risk in the library.',
  {
    DRAFT: 'ร่าง (เห็นเฉพาะ ศปท.กทม.) · Draft, seen by the centre alone.',
    PUBLISHED: 'เผยแพร่แล้ว (เสนอต่อทุกหน่วยงาน) · Offered: every agency answers it.',
    WITHDRAWN: 'ถอนแล้ว (คำตอบเดิมยังอยู่) · Withdrawn: answered no more, its answers stay.',
  },
);

export const LibraryDecision = storedEnum(
  'LibraryDecision',
  'คำตอบของหน่วยงานต่อความเสี่ยงในคลัง · An agency’s answer to a risk of the library.',
  {
    ADOPTED: 'รับตามที่เสนอ · Adopted as offered.',
    ADAPTED: 'ปรับให้ตรงกับงานของหน่วยงาน · Adapted: a risk of the agency stands for it.',
    DECLINED: 'ไม่เกี่ยวข้อง · Declined, with a reason.',
  },
);
