import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { EntryAct as EntryActName } from './entry.logic.ts';

export const EntryStatus = storedEnum(
  'EntryStatus',
  'สถานะของรายการที่หน่วยงานบันทึกในรอบปี · Status of what an agency records in the course of the integrity year.',
  {
    DRAFT: 'ร่าง (เห็นเฉพาะหน่วยงาน) · Draft, seen by the agency alone.',
    IMPORTED:
      'นำเข้าจากเอกสารที่หน่วยงานเผยแพร่ · Taken from a document that the agency published; nobody has confirmed it here. Seen like RECORDED.',
    RECORDED: 'ผู้อนุมัติยืนยันแล้ว · Confirmed by an approver of the agency; the centre and analysts see it from then on.',
    PUBLISHED: 'เผยแพร่แล้ว · Published by the agency, at a stated place and day.',
    CORRECTING: 'กำลังแก้ไขรายการที่ยืนยันแล้ว · Being corrected: written like a draft, seen as it was before.',
  },
);

export const PublicationChannel = storedEnum(
  'PublicationChannel',
  'ช่องทางเผยแพร่ ตามที่แผนและรายงานของหน่วยงานกล่าวถึง · Channel of a publication, as plans and reports of agencies name them.',
  {
    WEBSITE: 'เว็บไซต์ · Web site.',
    SOCIAL_MEDIA: 'สื่อสังคมออนไลน์ · Social media.',
    ELECTRONIC_MEDIA: 'สื่ออิเล็กทรอนิกส์อื่น · Other electronic media.',
    NOTICE_BOARD: 'บอร์ดประชาสัมพันธ์ · Notice board.',
    NEWSLETTER: 'จดหมายข่าว · Newsletter.',
    PUBLIC_ADDRESS: 'เสียงตามสายหรือหอกระจายข่าว · Public address system or broadcasting tower.',
    SERVICE_POINT: 'จุดบริการ · Service point.',
    CIRCULAR: 'หนังสือเวียน · Circular letter.',
    MEETING: 'เวทีหรือการประชุม · Public forum or meeting.',
    LEAFLET: 'แผ่นพับ · Leaflet.',
    VIDEO: 'วีดิทัศน์ · Video.',
    SIGN: 'ป้ายประชาสัมพันธ์ · Sign.',
  },
);

export const EntryAct = enumOf<EntryActName>(
  'EntryAct',
  'การกระทำที่เปลี่ยนสถานะของรายการ · What moves an entry from one status to another.',
  {
    RECORD: 'ยืนยัน โดยผู้อนุมัติ · Confirmed, by an approver of the agency.',
    PUBLISH: 'บันทึกการเผยแพร่ โดยผู้อนุมัติ · Noted as published, by an approver of the agency.',
    CORRECT: 'เปิดแก้ไขพร้อมเหตุผล โดยผู้อนุมัติ · Opened to be corrected, for a reason, by an approver of the agency.',
  },
);
