import { storedEnum } from '../../graphql/enums.ts';

export const AnnouncementKind = storedEnum(
  'AnnouncementKind',
  'ชนิดหนังสือประชาสัมพันธ์ตามระเบียบงานสารบรรณ · Kind of a public notice, as the regulation on correspondence has them.',
  {
    ANNOUNCEMENT: 'ประกาศ · Announcement.',
    STATEMENT: 'แถลงการณ์ · Statement.',
    NEWS: 'ข่าว · News.',
  },
);

export const SignerCapacity = storedEnum('SignerCapacity', 'ฐานะของผู้ลงนาม · In which capacity somebody signs.', {
  HOLDER: 'ผู้ดำรงตำแหน่ง · As the holder of the position.',
  ACTING: 'รักษาราชการแทน · Acting for another position.',
  ON_BEHALF: 'ปฏิบัติราชการแทน · Acting on behalf of another position.',
});
