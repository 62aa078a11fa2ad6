import type { Term } from './term.logic.ts';

const delegateAndDelegator = {
  th: 'เอกสาร 000 โครงการที่ 12 (ผู้รับมอบอำนาจให้ปฏิบัติราชการแทน) และ พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 มาตรา 38-40',
  en: 'Document 000, project 12, and the State Administration Act B.E. 2534, sections 38 to 40.',
};

/** The words of orders that pass powers on. */
export const delegationTerms: readonly Term[] = [
  {
    concept: 'DELEGATION_ORDER',
    word: { th: 'คำสั่งมอบอำนาจ', en: 'delegation order' },
    meaning: { th: 'คำสั่งที่มอบอำนาจหรือมอบหมายให้ปฏิบัติราชการแทน', en: 'An order that passes powers on.' },
    source: { th: 'เอกสาร 001 โครงการ 1.1.3: คำสั่งมอบหมายและมอบอำนาจ', en: 'Document 001, project 1.1.3.' },
    discouraged: ['ใบมอบอำนาจ', 'หนังสือมอบอำนาจ'],
  },
  {
    concept: 'SUB_DELEGATION',
    word: { th: 'มอบอำนาจต่อ', en: 'sub-delegation' },
    meaning: { th: 'การที่ผู้รับมอบอำนาจมอบอำนาจนั้นให้ผู้อื่นอีก', en: 'Passing on a power that was itself delegated.' },
    source: {
      th: 'พระราชกฤษฎีกาว่าด้วยการมอบอำนาจ พ.ศ. 2550 มอบอำนาจช่วงเป็นคำของกฎหมายแพ่ง',
      en: 'The royal decree on delegation, B.E. 2550; the other word is of civil law.',
    },
    discouraged: ['มอบช่วง', 'มอบอำนาจช่วง', 'มอบต่อ'],
  },
  {
    concept: 'DELEGATOR',
    word: { th: 'ผู้มอบอำนาจ', en: 'delegator' },
    meaning: { th: 'ตำแหน่งที่มอบอำนาจของตน', en: 'The position that passes its power on.' },
    source: delegateAndDelegator,
    discouraged: ['ผู้มอบ', 'ผู้ให้อำนาจ'],
  },
  {
    concept: 'DELEGATE',
    word: { th: 'ผู้รับมอบอำนาจ', en: 'delegate' },
    meaning: { th: 'ตำแหน่งที่ได้รับอำนาจ', en: 'The position that is given the power.' },
    source: delegateAndDelegator,
    discouraged: ['ผู้รับมอบ', 'ผู้ได้รับมอบอำนาจ'],
  },
  {
    concept: 'CEILING',
    word: { th: 'วงเงิน', en: 'ceiling' },
    meaning: { th: 'จำนวนเงินสูงสุดต่อครั้งที่อำนาจนั้นใช้ได้', en: 'The most that a power covers at a time.' },
    source: {
      th: 'พ.ร.บ. การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560 และคำสั่งมอบอำนาจทั่วไป: ภายในวงเงิน',
      en: 'The Public Procurement Act B.E. 2560, and the usual wording of orders.',
    },
    discouraged: ['เพดาน'],
  },
  {
    concept: 'PowerVerb.COLLECT',
    word: { th: 'รับเงิน', en: 'collect' },
    meaning: { th: 'อำนาจรับเงินของทางราชการ', en: 'The power to receive money of the government.' },
    source: {
      th: 'ระเบียบกรุงเทพมหานครว่าด้วยการรับเงิน การเบิกจ่ายเงิน การเก็บรักษาเงิน: เก็บเงินอาจหมายถึงการเก็บรักษา',
      en: 'The BMA regulation on receiving, paying and keeping money: the other word may mean keeping it.',
    },
    discouraged: ['เก็บเงิน'],
  },
  {
    concept: 'SignerCapacity.ACTING',
    word: { th: 'รักษาราชการแทน', en: 'acting' },
    meaning: { th: 'ทำการแทนโดยมีอำนาจหน้าที่เช่นเดียวกับผู้ซึ่งตนแทน', en: 'Stands in with all powers of the position.' },
    source: {
      th: 'พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 มาตรา 41-50',
      en: 'The State Administration Act B.E. 2534, sections 41 to 50.',
    },
    discouraged: ['รักษาการแทน', 'รักษาการในตำแหน่ง'],
  },
  {
    concept: 'SignerCapacity.ON_BEHALF',
    word: { th: 'ปฏิบัติราชการแทน', en: 'on behalf' },
    meaning: { th: 'ใช้อำนาจเท่าที่คำสั่งมอบให้', en: 'Uses the powers that an order gives, and no others.' },
    source: delegateAndDelegator,
    discouraged: ['ปฏิบัติการแทน'],
  },
  {
    concept: 'MONTHLY_REPORT',
    word: { th: 'รายงานประจำเดือน', en: 'monthly report' },
    meaning: { th: 'รายงานการใช้อำนาจของผู้รับมอบอำนาจในเดือนหนึ่ง', en: 'What a delegate did with the powers in a month.' },
    source: { th: 'เอกสาร 000 โครงการที่ 12 ขั้นตอนที่ 4', en: 'Document 000, project 12, step 4.' },
    discouraged: ['รายงานรายเดือน'],
  },
];
