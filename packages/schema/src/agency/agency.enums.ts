import { storedEnum } from '../graphql/enums.ts';

export const AgencyKind = storedEnum('AgencyKind', 'ประเภทหน่วยงาน · Kind of agency.', {
  DISTRICT_OFFICE: 'สำนักงานเขต · One of the 50 district offices of Bangkok.',
  DEPARTMENT: 'สำนัก · A department of the BMA.',
  OFFICE: 'สำนักงาน · An office of the BMA.',
  LOCAL_GOVERNMENT: 'องค์กรปกครองส่วนท้องถิ่น · A local government, the BMA itself included.',
  SAMPLE: 'หน่วยงานตัวอย่าง · An invented agency; all its records are synthetic.',
});

export const UnitKind = storedEnum('UnitKind', 'ชนิดของส่วนราชการภายใน · What kind of unit it is.', {
  DIVISION: 'ส่วนราชการภายใน เช่น สำนัก กอง ฝ่าย · An internal division: office, division, section.',
  SERVICE_CENTRE: 'ศูนย์บริการของหน่วยงาน · A centre that serves citizens, such as one for information.',
  SCHOOL: 'โรงเรียนในสังกัด · A school of the agency.',
  EXECUTIVE: 'คณะผู้บริหาร · The executive of a local government.',
  COUNCIL: 'สภาท้องถิ่น · The council of a local government.',
  COMMITTEE: 'คณะกรรมการหรือคณะทำงาน · A committee or working group.',
  ALL_UNITS: 'คำรวมของทุกส่วนราชการภายใน เช่น ทุกกอง · A word for all units together, such as "all divisions".',
  ADVISER: 'คณะที่ปรึกษาภายนอก · Advisers from outside.',
  CITIZENS: 'กลุ่มหรือเครือข่ายประชาชน · A group or network of citizens.',
});

export const DistrictGroup = storedEnum('DistrictGroup', 'กลุ่มเขต · One of the six groups of districts.', {
  CENTRAL: 'กลุ่มกรุงเทพกลาง · Central Bangkok.',
  SOUTH: 'กลุ่มกรุงเทพใต้ · South Bangkok.',
  NORTH: 'กลุ่มกรุงเทพเหนือ · North Bangkok.',
  EAST: 'กลุ่มกรุงเทพตะวันออก · East Bangkok.',
  NORTH_THONBURI: 'กลุ่มกรุงธนเหนือ · North Thon Buri.',
  SOUTH_THONBURI: 'กลุ่มกรุงธนใต้ · South Thon Buri.',
});
