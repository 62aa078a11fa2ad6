import { storedEnum } from '../graphql/enums.ts';

export const QuerySharing = storedEnum('QuerySharing', 'ผู้ที่เปิดคำถามที่บันทึกไว้ได้ · With whom a saved query is shared.', {
  ONLY_ME: 'เฉพาะเจ้าของ · Its owner alone.',
  OWN_AGENCY: 'ผู้ใช้ในหน่วยงานของเจ้าของ · The users of its owner’s agency; a city role belongs to none.',
  CENTRE: 'ศปท.กทม. และนักวิเคราะห์ · The anti-corruption centre and analysts.',
  ALL_AGENCIES:
    'ผู้ใช้ของทุกหน่วยงานและส่วนกลางที่อ่านระเบียนได้ · All who read records: of every agency, the centre and analysts.',
});

export const QueryOutcome = storedEnum('QueryOutcome', 'ผลของการรันคำถาม · How a run of a saved query ended.', {
  ANSWERED: 'ได้คำตอบครบ · Answered in full.',
  PARTIAL: 'ได้คำตอบบางส่วนพร้อมข้อผิดพลาด · Answered with errors beside the data.',
  REFUSED: 'ถูกปฏิเสธ · Refused: nothing was read.',
});
