import { forbidden } from './errors.ts';
import { withSource } from './legal-source.logic.ts';

/** Why somebody may not approve a record; the message is the same whether they took a step with it or wrote in it. */
export const ownWriting = () => {
  const { th, en } = withSource(
    {
      th: 'ผู้เขียน เปิดแก้ไข นำกลับมาแก้ไข หรือส่งเรื่องใด จะเห็นชอบเรื่องนั้นเองไม่ได้',
      en: 'Nobody approves what they wrote, opened, took back or submitted themselves.',
    },
    'registry',
  );
  return forbidden(th, en);
};
