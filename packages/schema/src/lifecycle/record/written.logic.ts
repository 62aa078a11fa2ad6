import type { Message } from '../../base/message.logic.ts';

/** When the content of a plan, analysis, register or report may be written, in the words that every act uses. */
export const whileWritten: Message = {
  th: '(ขณะเป็นร่างหรือเปิดแก้ไขเพื่อออกฉบับใหม่)',
  en: '(while it is a draft or being amended)',
};

/** When such an act is refused, by the record that it writes in. */
export const notWritten = {
  plan: 'แผนไม่ใช่ร่างและไม่ได้เปิดแก้ไข · plan neither a draft nor being amended',
  analysis: 'การวิเคราะห์ไม่ใช่ร่างและไม่ได้เปิดแก้ไข · analysis neither a draft nor being amended',
  report: 'รายงานไม่ใช่ร่างและไม่ได้เปิดแก้ไข · report neither a draft nor being amended',
  register: 'ทะเบียนไม่ใช่ร่างและไม่ได้เปิดแก้ไข · register neither a draft nor being amended',
} as const;
