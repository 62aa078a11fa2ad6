import type { Message } from '../base/message.logic.ts';

/** When the content of a plan, analysis or register is written; every act that needs it says so in these words. */
export const whileWritten: Message = {
  th: '(ขณะเป็นร่างหรือเปิดแก้ไขเพื่อออกฉบับใหม่)',
  en: '(while it is a draft or being amended)',
};

/** Why such an act is refused. */
export const notWritten = 'neither a draft nor being amended';
