import type { RiskTemplate } from './risk-template.ts';
import { riskTemplatesOfMoneyAndProperty } from './risk-templates-money.ts';

/** Risks of deciding, inspecting and registering. */
const templatesOfPermitsAndInspection: readonly RiskTemplate[] = [
  {
    title: ['เรียกรับเงินเพื่อเร่งพิจารณาคำขออนุญาตก่อสร้าง', 'Money asked for to speed up a building permit'],
    processArea: 'APPROVE_PERMIT',
    corruptionTypes: ['BRIBERY', 'DISCRETION_ABUSE'],
    unit: 'WRK',
    owner: 'HEAD-WRK',
    actor: ['เจ้าหน้าที่ผู้พิจารณาแบบ', 'Officers who examine plans'],
    causes: [
      ['ผู้ยื่นคำขอไม่ทราบว่าเรื่องอยู่ขั้นตอนใด', 'Applicants cannot see the stage of their case'],
      ['ผู้พิจารณากำหนดลำดับเรื่องได้เอง', 'The examiner chooses which case comes first'],
    ],
    controls: [['จัดลำดับคำขอตามเลขรับ', 'Applications are taken in order of receipt']],
    mitigations: [
      ['แสดงลำดับและวันครบกำหนดของคำขอทุกเรื่องบนระบบติดตาม', 'Show place and due day of every application on line'],
      ['สุ่มโทรศัพท์สอบถามผู้ได้รับอนุญาตเดือนละสิบราย', 'Call ten permit holders a month at random'],
    ],
    likelihood: 4,
    impact: 5,
    project: 5,
  },
  {
    title: ['ละเว้นไม่สั่งระงับอาคารที่ก่อสร้างผิดแบบ', 'Failure to stop a building that departs from its plan'],
    processArea: 'INSPECTION',
    furtherProcessAreas: ['APPROVE_PERMIT'],
    corruptionTypes: ['BRIBERY', 'ABUSE_OF_POWER'],
    unit: 'WRK',
    owner: 'HEAD-WRK',
    actor: ['นายตรวจเขต', 'District building inspectors'],
    causes: [
      ['ผู้ตรวจคนเดิมดูแลพื้นที่เดิมหลายปี', 'The same inspector keeps the same area for years'],
      ['ภาพถ่ายการตรวจไม่มีวันเวลาและพิกัด', 'Photographs of inspections carry no time or place'],
    ],
    controls: [
      ['ตรวจเป็นคู่ทุกครั้ง', 'Inspections are made in pairs'],
      ['รายงานผลตรวจภายในสามวัน', 'Results are reported within three days'],
    ],
    mitigations: [
      ['หมุนเวียนเขตรับผิดชอบของนายตรวจทุกปี', 'Rotate inspectors between areas every year'],
      ['บันทึกการตรวจด้วยแอปที่ประทับเวลาและพิกัด', 'Record inspections with time and place stamped'],
    ],
    likelihood: 3,
    impact: 5,
    project: 12,
  },
  {
    title: ['ออกใบอนุญาตสถานที่จำหน่ายอาหารโดยไม่ตรวจสถานที่จริง', 'Food licence issued without a visit'],
    processArea: 'LICENSING',
    furtherProcessAreas: ['INSPECTION'],
    corruptionTypes: ['DISCRETION_ABUSE', 'BRIBERY'],
    unit: 'ENV',
    owner: 'HEAD-ENV',
    actor: ['เจ้าหน้าที่สุขาภิบาล', 'Sanitation officers'],
    causes: [
      ['คำขอต่ออายุกระจุกในเดือนเดียว', 'Renewals all fall in one month'],
      ['แบบตรวจกรอกย้อนหลังได้', 'The check sheet can be filled in afterwards'],
    ],
    controls: [['หัวหน้าฝ่ายสุ่มตรวจซ้ำร้อยละห้า', 'The head repeats five in a hundred visits']],
    mitigations: [
      ['กระจายวันครบกำหนดใบอนุญาตตลอดปี', 'Spread licence expiry over the year'],
      ['ให้ผู้ประกอบการลงนามรับผลตรวจในวันตรวจ', 'Have the owner sign the result on the day'],
    ],
    likelihood: 3,
    impact: 4,
    project: 6,
  },
  {
    title: ['แจ้งล่วงหน้าก่อนออกตรวจสถานประกอบการ', 'Warning given before an inspection'],
    processArea: 'INSPECTION',
    corruptionTypes: ['ABUSE_OF_POWER', 'CONFLICT_OF_INTEREST'],
    unit: 'ENV',
    owner: 'HEAD-ENV',
    actor: ['เจ้าหน้าที่ผู้รู้แผนการตรวจ', 'Officers who know the inspection plan'],
    causes: [['แผนการตรวจเวียนให้ทราบทั้งฝ่าย', 'The plan circulates through the section']],
    controls: [['กำหนดเป้าหมายตรวจตอนเช้าของวันตรวจ', 'Targets are set on the morning of the day']],
    mitigations: [
      ['สุ่มรายชื่อด้วยระบบและเปิดเผยแก่ทีมเมื่อออกเดินทาง', 'Draw names by system and tell the team on departure'],
      ['เปรียบเทียบผลตรวจของแต่ละทีมทุกไตรมาส', 'Compare the results of teams each quarter'],
    ],
    likelihood: 3,
    impact: 3,
  },
  {
    title: ['เพิ่มชื่อบุคคลในทะเบียนบ้านโดยไม่มีหลักฐานครบ', 'Name added to a house register without full evidence'],
    processArea: 'REGISTRATION',
    corruptionTypes: ['BRIBERY', 'RECORD_IRREGULARITY'],
    unit: 'REG',
    owner: 'HEAD-REG',
    actor: ['เจ้าหน้าที่ทะเบียน', 'Registration officers'],
    causes: [
      ['ผู้รับเรื่องและผู้อนุมัติใช้รหัสเดียวกันได้', 'Receiver and approver can use one password'],
      ['พยานบุคคลไม่ถูกตรวจสอบซ้ำ', 'Witnesses are not checked'],
    ],
    controls: [['ระบบบันทึกผู้ใช้ทุกรายการ', 'The system records the user of each entry']],
    mitigations: [
      ['ตรวจสอบรายการย้อนหลังโดยผู้ไม่เกี่ยวข้องทุกเดือน', 'Have an outsider review entries monthly'],
      ['บังคับให้ผู้อนุมัติเป็นคนละคนกับผู้รับเรื่อง', 'Make the approver a different person'],
    ],
    likelihood: 2,
    impact: 5,
  },
  {
    title: ['ให้คิวพิเศษงานบัตรประชาชนแลกกับของกำนัล', 'Place in the queue for identity cards given for presents'],
    processArea: 'REGISTRATION',
    corruptionTypes: ['BRIBERY'],
    unit: 'REG',
    owner: 'HEAD-REG',
    actor: ['เจ้าหน้าที่จุดบริการ', 'Counter staff'],
    causes: [['ออกบัตรคิวด้วยมือเมื่อระบบขัดข้อง', 'Queue tickets are written by hand when the system fails']],
    controls: [['กล้องวงจรปิดที่จุดบริการ', 'Cameras at the counters']],
    mitigations: [
      ['เปิดจองคิวล่วงหน้าทางออนไลน์', 'Open booking on line'],
      ['ประกาศไม่รับของขวัญที่ทุกช่องบริการ', 'Post the No Gift notice at every counter'],
    ],
    likelihood: 3,
    impact: 2,
    project: 2,
  },
  {
    title: ['ลดค่าปรับหรือไม่ออกใบสั่งผู้ค้าบนทางเท้า', 'Fine reduced or not written for pavement vendors'],
    processArea: 'FINES_CUSTODY',
    corruptionTypes: ['BRIBERY', 'DISCRETION_ABUSE'],
    unit: 'INS',
    owner: 'HEAD-INS',
    actor: ['เจ้าหน้าที่เทศกิจ', 'City law enforcement officers'],
    causes: [
      ['ช่วงค่าปรับกว้างและไม่มีตารางเกณฑ์', 'The range of fines is wide and has no table'],
      ['รับเงินสดนอกสำนักงาน', 'Cash is taken outside the office'],
    ],
    controls: [['เล่มใบเสร็จมีเลขกำกับ', 'Receipt books are numbered']],
    mitigations: [
      ['ใช้ตารางค่าปรับที่ประกาศและชำระด้วยคิวอาร์เท่านั้น', 'Use the published table and payment by QR code only'],
      ['สอบทานใบสั่งกับภาพถ่ายประจำวัน', 'Match tickets with the photographs of the day'],
    ],
    likelihood: 4,
    impact: 4,
    project: 6,
  },
];

/** All risks of a sample district; the code of a risk is its place here, so that years can be compared. */
export const riskTemplates: readonly RiskTemplate[] = [
  ...templatesOfPermitsAndInspection,
  ...riskTemplatesOfMoneyAndProperty,
];
