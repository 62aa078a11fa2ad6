import type { SwotFactor, SwotQuadrant } from '@registry/prisma/generated/client/enums.ts';

export type SwotTemplate = {
  quadrant: SwotQuadrant;
  factor: SwotFactor;
  textTh: string;
  textEn: string;
  /** Codes of risks of the same year that it bears on. */
  risks?: readonly string[];
  /** Sequence numbers of projects that answer it. */
  projects?: readonly number[];
};

export const swotTemplates: readonly SwotTemplate[] = [
  {
    quadrant: 'STRENGTH',
    factor: 'STRATEGY',
    textTh: 'มีแผนป้องกันการทุจริตที่ทุกฝ่ายร่วมจัดทำ',
    textEn: 'A plan against corruption that all sections made together',
    projects: [10],
  },
  {
    quadrant: 'STRENGTH',
    factor: 'STYLE',
    textTh: 'ผู้บริหารประกาศและถือปฏิบัติไม่รับของขวัญ',
    textEn: 'Leaders declare and keep the No Gift Policy',
    projects: [2],
  },
  {
    quadrant: 'STRENGTH',
    factor: 'SHARED_VALUES',
    textTh: 'เจ้าหน้าที่จุดบริการยึดลำดับคิวเป็นค่านิยมร่วม',
    textEn: 'Counter staff share respect for the queue',
    projects: [3],
  },
  {
    quadrant: 'STRENGTH',
    factor: 'SKILL',
    textTh: 'ฝ่ายการคลังชำนาญการตรวจสอบเอกสารเบิกจ่าย',
    textEn: 'The Finance Section is skilled in checking claims',
    risks: ['R12'],
  },
  {
    quadrant: 'WEAKNESS',
    factor: 'SYSTEM',
    textTh: 'ผู้ยื่นคำขอยังติดตามขั้นตอนไม่ได้ครบทุกประเภท',
    textEn: 'Not all applications can be tracked',
    risks: ['R01'],
    projects: [5],
  },
  {
    quadrant: 'WEAKNESS',
    factor: 'STAFF',
    textTh: 'นายตรวจมีน้อยและดูแลพื้นที่เดิมต่อเนื่องหลายปี',
    textEn: 'Inspectors are few and stay in one area for years',
    risks: ['R02', 'R04'],
    projects: [12],
  },
  {
    quadrant: 'WEAKNESS',
    factor: 'STRUCTURE',
    textTh: 'ผู้รับเงินกับผู้บันทึกบัญชียังเป็นคนเดียวกันบางจุด',
    textEn: 'In places cashier and bookkeeper are one person',
    risks: ['R09'],
    projects: [12],
  },
  {
    quadrant: 'WEAKNESS',
    factor: 'SYSTEM',
    textTh: 'การคุมรถและน้ำมันยังใช้สมุดเขียนมือ',
    textEn: 'Vehicles and fuel are still logged by hand',
    risks: ['R13'],
  },
  {
    quadrant: 'OPPORTUNITY',
    factor: 'TECHNOLOGICAL',
    textTh: 'ประชาชนคุ้นกับการชำระเงินด้วยคิวอาร์',
    textEn: 'Citizens are used to paying by QR code',
    risks: ['R07', 'R09'],
  },
  {
    quadrant: 'OPPORTUNITY',
    factor: 'SOCIAL',
    textTh: 'ชุมชนพร้อมเป็นอาสาสมัครเฝ้าระวัง',
    textEn: 'Communities are ready to volunteer',
    projects: [9],
  },
  {
    quadrant: 'OPPORTUNITY',
    factor: 'LEGAL',
    textTh: 'กฎหมายอำนวยความสะดวกกำหนดให้แสดงขั้นตอนและระยะเวลา',
    textEn: 'The law on facilitation requires stages and times to be shown',
    projects: [5],
  },
  {
    quadrant: 'THREAT',
    factor: 'ECONOMIC',
    textTh: 'ผู้ประกอบการเร่งเปิดกิจการและยอมจ่ายเพื่อความเร็ว',
    textEn: 'Businesses hurry to open and will pay for speed',
    risks: ['R01', 'R03'],
  },
  {
    quadrant: 'THREAT',
    factor: 'POLITICAL',
    textTh: 'มีการฝากงานผ่านผู้มีอิทธิพลในพื้นที่',
    textEn: 'Favours are asked through people of influence',
    risks: ['R14'],
  },
  {
    quadrant: 'THREAT',
    factor: 'ENVIRONMENTAL',
    textTh: 'น้ำท่วมทำให้ต้องจัดซื้อเร่งด่วนบ่อยครั้ง',
    textEn: 'Floods often force urgent purchases',
    risks: ['R10'],
    projects: [4],
  },
];
