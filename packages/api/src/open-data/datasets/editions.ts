import { editionAddress } from '@registry/schema/lifecycle/editions/edition.logic.ts';
import { dataset, fieldsOf } from '../dataset.ts';

const dayOf = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;

export const editions = dataset({
  name: 'editions',
  title: { th: 'ฉบับเผยแพร่ทั้งหมด', en: 'All published editions' },
  description: {
    th: 'แผน ทะเบียนความเสี่ยง บทวิเคราะห์ SWOT และรายงานผลประจำปี ทุกฉบับที่หน่วยงานเผยแพร่ ฉบับก่อน ๆ ด้วย พร้อมที่อยู่ของเนื้อหาทั้งฉบับ',
    en: 'Every edition of every plan, risk register, SWOT analysis and report of the year that agencies have published, earlier ones too, with the address of its whole content.',
  },
  kind: null,
  columns: fieldsOf('Edition', {
    kind: 'string',
    fiscalYear: 'integer',
    titleTh: 'string',
    noteTh: 'string',
    announcementKind: 'string',
    announcementNo: 'string',
    announcedOn: 'date',
    announcementAddress: 'string',
    address: 'string',
    contentHash: 'string',
  }),
  rowsOf: (edition) => [{ ...edition, announcedOn: dayOf(edition.announcedOn), address: editionAddress(edition.id) }],
});
