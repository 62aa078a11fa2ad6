import type { ActivityKind } from '@registry/prisma/generated/client/enums.ts';
import type { SampleUnitCode } from './structure.ts';

/** An activity of every sample year: month 1 is October. */
export type ActivityTemplate = {
  readonly kind: ActivityKind;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly month: number;
  readonly day: number;
  readonly days: number;
  readonly placeTh: string;
  readonly targetGroupTh: string;
  readonly unit: SampleUnitCode;
  readonly invited: number;
  readonly scoreMax?: number;
  /** Number of the project that it serves, and the indicator that it measures. */
  readonly project?: number;
  readonly indicator?: 'output' | 'outcome';
  /** Whether the agency publishes it. */
  readonly address?: true;
};

const hall = 'ห้องประชุมสำนักงานเขต';

export const activityTemplates: readonly ActivityTemplate[] = [
  {
    kind: 'TRAINING',
    titleTh: 'อบรมจริยธรรมและการปฏิบัติหน้าที่อย่างสุจริต รุ่นที่ ๑',
    titleEn: 'Training in ethics and honest service, first group',
    month: 2,
    day: 3,
    days: 2,
    placeTh: hall,
    targetGroupTh: 'ข้าราชการและลูกจ้าง',
    unit: 'ADM',
    invited: 60,
    project: 1,
    indicator: 'output',
    address: true,
  },
  {
    kind: 'TRAINING',
    titleTh: 'อบรมผลประโยชน์ทับซ้อนสำหรับเจ้าหน้าที่จุดบริการ',
    titleEn: 'Training in conflicts of interest for counter staff',
    month: 2,
    day: 10,
    days: 1,
    placeTh: hall,
    targetGroupTh: 'เจ้าหน้าที่จุดบริการ',
    unit: 'REG',
    invited: 40,
    project: 1,
  },
  {
    kind: 'TEST',
    titleTh: 'ทดสอบความรู้ตามประมวลจริยธรรม',
    titleEn: 'Test on the code of ethics',
    month: 3,
    day: 12,
    days: 1,
    placeTh: hall,
    targetGroupTh: 'ข้าราชการและลูกจ้าง',
    unit: 'ADM',
    invited: 110,
    scoreMax: 20,
    project: 1,
    indicator: 'outcome',
  },
  {
    kind: 'SURVEY',
    titleTh: 'สำรวจความพึงพอใจของผู้รับบริการงานทะเบียน',
    titleEn: 'Survey of those served by the registration section',
    month: 5,
    day: 2,
    days: 20,
    placeTh: 'จุดบริการงานทะเบียน',
    targetGroupTh: 'ผู้รับบริการ',
    unit: 'REG',
    invited: 400,
    scoreMax: 5,
    address: true,
  },
  {
    kind: 'PUBLIC_MEETING',
    titleTh: 'ประชาคมแขวงเสนองานซ่อมทางเท้า',
    titleEn: 'Public meeting on repairs of pavements',
    month: 1,
    day: 20,
    days: 1,
    placeTh: 'ลานชุมชน',
    targetGroupTh: 'ผู้แทนชุมชน',
    unit: 'WRK',
    invited: 120,
    project: 7,
    address: true,
  },
  {
    kind: 'CAMPAIGN',
    titleTh: 'รณรงค์วันต่อต้านคอร์รัปชันสากล',
    titleEn: 'Campaign on the International Anti-Corruption Day',
    month: 3,
    day: 9,
    days: 1,
    placeTh: 'ตลาดในพื้นที่เขต',
    targetGroupTh: 'ประชาชนในพื้นที่',
    unit: 'ADM',
    invited: 250,
    address: true,
  },
  {
    kind: 'STUDY_VISIT',
    titleTh: 'ศึกษาดูงานการเปิดเผยข้อมูลจัดซื้อจัดจ้าง',
    titleEn: 'Study visit on open procurement data',
    month: 8,
    day: 14,
    days: 1,
    placeTh: 'ศูนย์ข้อมูลจัดซื้อจัดจ้าง',
    targetGroupTh: 'เจ้าหน้าที่ฝ่ายการคลัง',
    unit: 'FIN',
    invited: 15,
    project: 4,
  },
  {
    kind: 'AWARD',
    titleTh: 'มอบเกียรติบัตรผู้ให้บริการด้วยความสุจริต',
    titleEn: 'Certificates for honest service',
    month: 11,
    day: 21,
    days: 1,
    placeTh: hall,
    targetGroupTh: 'เจ้าหน้าที่จุดบริการ',
    unit: 'ADM',
    invited: 10,
    project: 3,
  },
  {
    kind: 'OTHER',
    titleTh: 'กิจกรรมจิตอาสาเฝ้าระวังการทุจริตในชุมชน',
    titleEn: 'Volunteers watch over public works',
    month: 9,
    day: 6,
    days: 1,
    placeTh: 'ชุมชนริมคลอง',
    targetGroupTh: 'อาสาสมัครชุมชน',
    unit: 'INS',
    invited: 60,
    project: 9,
  },
];
