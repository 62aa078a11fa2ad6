import { enumOf } from '../core/enums.ts';

export const AgencyKind = enumOf<'DISTRICT_OFFICE' | 'DEPARTMENT' | 'OFFICE' | 'LOCAL_GOVERNMENT' | 'SAMPLE'>(
  'AgencyKind',
  'ประเภทหน่วยงาน · Kind of agency.',
  {
    DISTRICT_OFFICE: 'สำนักงานเขต · One of the 50 district offices of Bangkok.',
    DEPARTMENT: 'สำนัก · A department of the BMA.',
    OFFICE: 'สำนักงาน · An office of the BMA.',
    LOCAL_GOVERNMENT: 'องค์กรปกครองส่วนท้องถิ่น · A local government, the BMA itself included.',
    SAMPLE: 'หน่วยงานตัวอย่าง · An invented agency; all its records are synthetic.',
  },
);

export const DistrictGroup = enumOf<'CENTRAL' | 'SOUTH' | 'NORTH' | 'EAST' | 'NORTH_THONBURI' | 'SOUTH_THONBURI'>(
  'DistrictGroup',
  'กลุ่มเขต · One of the six groups of districts.',
  {
    CENTRAL: 'กลุ่มกรุงเทพกลาง · Central Bangkok.',
    SOUTH: 'กลุ่มกรุงเทพใต้ · South Bangkok.',
    NORTH: 'กลุ่มกรุงเทพเหนือ · North Bangkok.',
    EAST: 'กลุ่มกรุงเทพตะวันออก · East Bangkok.',
    NORTH_THONBURI: 'กลุ่มกรุงธนเหนือ · North Thon Buri.',
    SOUTH_THONBURI: 'กลุ่มกรุงธนใต้ · South Thon Buri.',
  },
);
