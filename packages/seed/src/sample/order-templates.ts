import type { LineTemplate, OrderTemplate } from './order-template.ts';

const building = {
  verb: 'PERMIT',
  processArea: 'APPROVE_PERMIT',
  subjectTh: 'การอนุญาตก่อสร้าง ดัดแปลง รื้อถอนอาคาร',
} as const;
const licence = {
  verb: 'PERMIT',
  processArea: 'LICENSING',
  subjectTh: 'การอนุญาตประกอบกิจการที่เป็นอันตรายต่อสุขภาพและสถานที่จำหน่ายอาหาร',
} as const;
const inspection = { verb: 'INSPECT', processArea: 'INSPECTION', subjectTh: 'การตรวจอาคารและสถานประกอบการ' } as const;
const purchase = { verb: 'APPROVE', processArea: 'PROCUREMENT', subjectTh: 'การอนุมัติซื้อและจ้าง' } as const;
const collectFees = { verb: 'COLLECT', processArea: 'CASH_RECEIPT', subjectTh: 'การรับชำระภาษีและค่าธรรมเนียม' } as const;
const collectFines = { verb: 'COLLECT', processArea: 'FINES_CUSTODY', subjectTh: 'การรับและเก็บรักษาเงินค่าปรับ' } as const;

/**
 * The orders of a sample district: superseded, expired, revoked, in force, about to expire and draft. Whoever passes a power on holds
 * it: the director by law, the others by an earlier line that may be passed on, and never above that line's ceiling.
 */
export const orderTemplates: readonly OrderTemplate[] = [
  {
    orderNo: '101',
    year: 2566,
    titleTh: 'มอบอำนาจให้ผู้ช่วยผู้อำนวยการเขตปฏิบัติราชการแทน',
    status: 'SUPERSEDED',
    signedOn: '2023-10-02',
    signedBy: 'DIR',
    from: '2023-10-02',
    endedOn: '2025-10-01',
    supersededBy: '118',
    lines: [
      { ...building, delegator: 'DIR', delegate: 'ASST-1', subDelegable: true },
      { ...licence, delegator: 'DIR', delegate: 'ASST-1', subDelegable: true },
      { ...purchase, delegator: 'DIR', delegate: 'ASST-2', ceiling: 300_000, subDelegable: true },
    ],
    reports: { first: '2024-10', last: '2025-09' },
  },
  {
    orderNo: '57',
    year: 2567,
    titleTh: 'มอบอำนาจอนุมัติค่าตอบแทนและการใช้ทรัพย์สินของทางราชการ',
    status: 'ISSUED',
    signedOn: '2024-09-25',
    signedBy: 'DIR',
    from: '2024-10-01',
    to: '2025-09-30',
    lines: [
      {
        verb: 'APPROVE',
        processArea: 'ALLOWANCE_CLAIM',
        subjectTh: 'การอนุมัติค่าอาหารทำการนอกเวลา',
        delegator: 'DIR',
        delegate: 'ASST-2',
        ceiling: 100_000,
      },
      {
        verb: 'APPROVE',
        processArea: 'STATE_PROPERTY',
        subjectTh: 'การอนุญาตใช้รถราชการ',
        delegator: 'DIR',
        delegate: 'ASST-2',
        conditionsTh: 'ใช้ภายในกรุงเทพมหานครเท่านั้น',
      },
    ],
    reports: { first: '2024-10', last: '2025-09' },
  },
  {
    orderNo: '58',
    year: 2567,
    titleTh: 'มอบอำนาจช่วงการอนุมัติซื้อและจ้างให้หัวหน้าฝ่ายการคลัง',
    status: 'ISSUED',
    signedOn: '2024-10-10',
    signedBy: 'ASST-2',
    from: '2024-10-15',
    to: '2025-09-30',
    lines: [{ ...purchase, delegator: 'ASST-2', delegate: 'HEAD-FIN', ceiling: 100_000 }],
    reports: { first: '2024-11', last: '2025-09' },
  },
  {
    orderNo: '9',
    year: 2568,
    titleTh: 'มอบอำนาจรับและบันทึกเงินค่าปรับให้หัวหน้าฝ่ายเทศกิจ',
    status: 'REVOKED',
    signedOn: '2025-01-10',
    signedBy: 'DIR',
    from: '2025-01-15',
    endedOn: '2025-06-30',
    lines: [
      { ...collectFines, delegator: 'DIR', delegate: 'HEAD-INS' },
      {
        verb: 'RECORD',
        processArea: 'FINES_CUSTODY',
        subjectTh: 'การบันทึกบัญชีเงินค่าปรับ',
        delegator: 'DIR',
        delegate: 'HEAD-INS',
      },
    ],
    reports: { first: '2025-02', last: '2025-06' },
  },
  {
    orderNo: '118',
    year: 2568,
    titleTh: 'มอบอำนาจให้ผู้ช่วยผู้อำนวยการเขตปฏิบัติราชการแทน (ฉบับปรับปรุง)',
    status: 'ISSUED',
    signedOn: '2025-09-25',
    signedBy: 'DIR',
    from: '2025-10-01',
    lines: [
      { ...building, delegator: 'DIR', delegate: 'ASST-1', subDelegable: true },
      { ...licence, delegator: 'DIR', delegate: 'ASST-1', subDelegable: true },
      { ...inspection, delegator: 'DIR', delegate: 'ASST-1', subDelegable: true },
      { ...purchase, delegator: 'DIR', delegate: 'ASST-2', ceiling: 500_000, subDelegable: true },
      { ...collectFees, delegator: 'DIR', delegate: 'ASST-2', subDelegable: true },
      {
        ...collectFines,
        delegator: 'DIR',
        delegate: 'ASST-2',
        subDelegable: true,
        revoked: { by: '71', on: '2026-07-01' },
      },
    ],
    reports: { first: '2025-10', last: '2026-10' },
  },
  {
    orderNo: '121',
    year: 2568,
    titleTh: 'มอบอำนาจช่วงการอนุญาตและการตรวจให้หัวหน้าฝ่าย',
    status: 'ISSUED',
    signedOn: '2025-10-20',
    signedBy: 'ASST-1',
    from: '2025-11-01',
    lines: [
      { ...building, delegator: 'ASST-1', delegate: 'HEAD-WRK', conditionsTh: 'เฉพาะอาคารพักอาศัยไม่เกินสองชั้น' },
      { ...licence, delegator: 'ASST-1', delegate: 'HEAD-ENV', conditionsTh: 'เฉพาะการต่ออายุใบอนุญาต' },
      { ...inspection, delegator: 'ASST-1', delegate: 'HEAD-ENV' },
    ],
    reports: { first: '2025-11', last: '2026-10' },
  },
  {
    orderNo: '122',
    year: 2568,
    titleTh: 'มอบอำนาจช่วงการอนุมัติซื้อจ้างและการรับเงินให้หัวหน้าฝ่าย',
    status: 'ISSUED',
    signedOn: '2025-10-21',
    signedBy: 'ASST-2',
    from: '2025-11-01',
    lines: [
      { ...purchase, delegator: 'ASST-2', delegate: 'HEAD-FIN', ceiling: 100_000 },
      { ...collectFees, delegator: 'ASST-2', delegate: 'HEAD-REV' },
    ],
    reports: { first: '2025-11', last: '2026-10' },
  },
  {
    orderNo: '30',
    year: 2569,
    titleTh: 'มอบอำนาจบันทึกบัญชีรายรับและออกคำสั่งตามผลการตรวจ',
    status: 'ISSUED',
    signedOn: '2026-03-02',
    signedBy: 'DIR',
    from: '2026-03-15',
    lines: [
      {
        verb: 'RECORD',
        processArea: 'CASH_RECEIPT',
        subjectTh: 'การบันทึกบัญชีรายรับ',
        delegator: 'DIR',
        delegate: 'HEAD-REV',
      },
      {
        verb: 'ORDER',
        processArea: 'INSPECTION',
        subjectTh: 'การออกคำสั่งให้แก้ไขตามผลการตรวจ',
        delegator: 'DIR',
        delegate: 'HEAD-INS',
      },
    ],
    reports: { first: '2026-04', last: '2026-10' },
  },
  {
    orderNo: '71',
    year: 2569,
    titleTh: 'ยกเลิกการมอบอำนาจรับเงินค่าปรับเดิม และมอบให้หัวหน้าฝ่ายเทศกิจ',
    status: 'ISSUED',
    signedOn: '2026-06-20',
    signedBy: 'DIR',
    from: '2026-07-01',
    lines: [{ ...collectFines, delegator: 'DIR', delegate: 'HEAD-INS', conditionsTh: 'ฝ่ายการคลังเป็นผู้บันทึกบัญชี' }],
    reports: { first: '2026-07', last: '2026-10' },
  },
  {
    orderNo: '95',
    year: 2569,
    titleTh: 'มอบอำนาจลงนามงานทะเบียนราษฎรช่วงปลายปี',
    status: 'ISSUED',
    signedOn: '2026-09-20',
    signedBy: 'DIR',
    from: '2026-10-01',
    to: '2026-12-31',
    lines: [
      {
        verb: 'SIGN',
        processArea: 'REGISTRATION',
        subjectTh: 'การลงนามในเอกสารทะเบียนราษฎร',
        delegator: 'DIR',
        delegate: 'HEAD-REG',
      },
    ],
    reports: { first: '2026-10', last: '2026-10' },
  },
  {
    orderNo: '110',
    year: 2569,
    titleTh: '(ร่าง) มอบอำนาจอนุญาตใช้ทรัพย์สินของทางราชการ',
    status: 'DRAFT',
    signedOn: null,
    signedBy: 'DIR',
    from: '2026-12-01',
    lines: [
      {
        verb: 'APPROVE',
        processArea: 'STATE_PROPERTY',
        subjectTh: 'การอนุญาตใช้รถราชการ',
        delegator: 'DIR',
        delegate: 'ASST-1',
      },
    ],
  },
];

/** Whether a line lets its delegate act on a day of the given month or later within it. */
export const isLiveInMonth = ({ revoked }: LineTemplate, month: Date): boolean =>
  revoked === undefined || month < new Date(`${revoked.on}T00:00:00Z`);
