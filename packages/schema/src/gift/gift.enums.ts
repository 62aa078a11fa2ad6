import { storedEnum } from '../graphql/enums.ts';
import { giftOutcomeMeanings, valueBandMeanings } from './gift-words.logic.ts';

export const GiverKind = storedEnum(
  'GiverKind',
  'ประเภทผู้ให้หรือผู้เสนอ ทะเบียนไม่เก็บชื่อ · What kind of giver it is; no name is kept.',
  {
    CITIZEN: 'ประชาชนหรือผู้รับบริการ · A citizen, or somebody who is served.',
    BUSINESS: 'ภาคเอกชน ผู้ประกอบการ หรือคู่สัญญา · A business or contractor.',
    STATE_AGENCY: 'หน่วยงานของรัฐ · Another state agency.',
    CIVIL_SOCIETY: 'สมาคม มูลนิธิ หรือชุมชน · An association, foundation or community.',
    FOREIGN: 'หน่วยงานหรือบุคคลต่างประเทศ · A foreign body or person.',
    COLLEAGUE: 'ผู้บังคับบัญชา ผู้ใต้บังคับบัญชา หรือเพื่อนร่วมงาน · A superior, subordinate or colleague.',
    UNKNOWN: 'ไม่ทราบผู้ให้ · Not known.',
  },
);

export const BenefitKind = storedEnum(
  'BenefitKind',
  'ชนิดของทรัพย์สินหรือประโยชน์ ตามนิยามของสินบนและประโยชน์อื่นใดในแนวทางต่อต้านการรับสินบนของกรุงเทพมหานคร · What was given or offered, by the definitions of bribe and other benefit in document 000.',
  {
    MONEY:
      'เงินหรือทรัพย์สินที่ใช้แทนเงิน รวมการชำระล่วงหน้าหรือคืนเงินภายหลัง · Money or what stands for it, also paid in advance or paid back later.',
    GOODS: 'ของขวัญหรือของกำนัลที่เป็นสิ่งของ · A present: goods.',
    FOOD: 'อาหารหรือค่าอาหาร · Food, or its cost.',
    ENTERTAINMENT: 'ความบันเทิง · Entertainment.',
    TRAVEL: 'ค่าเดินทางหรือท่องเที่ยว · Travel or a tour, or its cost.',
    ACCOMMODATION: 'ค่าที่พัก · Accommodation, or its cost.',
    TICKET: 'บัตร ตั๋ว หรือหลักฐานอื่น · A card, ticket or voucher.',
    DISCOUNT: 'การลดราคาที่ไม่ได้ให้บุคคลทั่วไป · A discount that is not given to everybody.',
    PRIVILEGE: 'สิทธิพิเศษในการได้รับบริการ · A privilege in being served.',
    FACILITATION_PAYMENT: 'ค่าอำนวยความสะดวก · A payment to make things easier.',
    OTHER: 'ประโยชน์อื่นในลักษณะเดียวกัน · Another benefit of this sort.',
  },
);

export const GiftOccasion = storedEnum('GiftOccasion', 'โอกาสที่ให้หรือเสนอ · On which occasion.', {
  NEW_YEAR: 'ปีใหม่ · New Year.',
  SONGKRAN: 'สงกรานต์ · Songkran.',
  RELIGIOUS_FESTIVAL: 'เทศกาลทางศาสนาหรือประเพณีอื่น · Another religious or traditional festival.',
  FAMILY_EVENT: 'งานของครอบครัว เช่น มงคลสมรส อุปสมบท ฌาปนกิจ · A family event: a wedding, ordination or funeral.',
  OFFICIAL_VISIT: 'การเยี่ยมเยือนหรือดูงาน · An official visit.',
  SERVICE_OR_PERMIT: 'การขออนุญาตหรือรับบริการ · A service or permit that was asked for.',
  INSPECTION: 'การตรวจ · An inspection.',
  PROCUREMENT: 'การจัดซื้อจัดจ้าง · A procurement.',
  APPOINTMENT_OR_TRANSFER: 'การเข้ารับตำแหน่ง เลื่อน โอน หรือย้าย · An appointment, promotion or transfer.',
  OTHER: 'โอกาสอื่น · Another occasion.',
});

export const GiftValueBand = storedEnum(
  'GiftValueBand',
  'ช่วงมูลค่า กำหนดโดยทะเบียน เอกสารต้นทางไม่ระบุวงเงิน · Band of the value. The bands are the registry’s own: documents 000 to 004 print no amount.',
  valueBandMeanings,
);

export const GiftOutcome = storedEnum(
  'GiftOutcome',
  'การดำเนินการกับสิ่งที่ได้รับหรือถูกเสนอ · What was done with it.',
  giftOutcomeMeanings,
);
