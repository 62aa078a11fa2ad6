import type { PowerVerb, ProcessArea } from '@registry/prisma/generated/client/enums.ts';

type StatutoryPower = { verb: PowerVerb; processArea: ProcessArea; ceilingAmount: number | null; basisTh: string };

const city = 'พระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร พ.ศ. ๒๕๒๘ (ตัวอย่าง)';

/** What the director of a sample district holds by law; every delegated line of the sample city goes back to one of these. */
export const statutoryPowers: readonly StatutoryPower[] = [
  {
    verb: 'PERMIT',
    processArea: 'APPROVE_PERMIT',
    ceilingAmount: null,
    basisTh: 'พระราชบัญญัติควบคุมอาคาร พ.ศ. ๒๕๒๒ (ตัวอย่าง)',
  },
  {
    verb: 'PERMIT',
    processArea: 'LICENSING',
    ceilingAmount: null,
    basisTh: 'พระราชบัญญัติการสาธารณสุข พ.ศ. ๒๕๓๕ (ตัวอย่าง)',
  },
  {
    verb: 'SIGN',
    processArea: 'REGISTRATION',
    ceilingAmount: null,
    basisTh: 'พระราชบัญญัติการทะเบียนราษฎร พ.ศ. ๒๕๓๔ (ตัวอย่าง)',
  },
  {
    verb: 'INSPECT',
    processArea: 'INSPECTION',
    ceilingAmount: null,
    basisTh: 'พระราชบัญญัติควบคุมอาคาร พ.ศ. ๒๕๒๒ (ตัวอย่าง)',
  },
  {
    verb: 'ORDER',
    processArea: 'INSPECTION',
    ceilingAmount: null,
    basisTh: 'พระราชบัญญัติการสาธารณสุข พ.ศ. ๒๕๓๕ (ตัวอย่าง)',
  },
  {
    verb: 'APPROVE',
    processArea: 'PROCUREMENT',
    ceilingAmount: 5_000_000,
    basisTh: 'พระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. ๒๕๖๐ (ตัวอย่าง)',
  },
  { verb: 'COLLECT', processArea: 'CASH_RECEIPT', ceilingAmount: null, basisTh: city },
  { verb: 'RECORD', processArea: 'CASH_RECEIPT', ceilingAmount: null, basisTh: city },
  {
    verb: 'COLLECT',
    processArea: 'FINES_CUSTODY',
    ceilingAmount: null,
    basisTh: 'พระราชบัญญัติรักษาความสะอาดและความเป็นระเบียบเรียบร้อยของบ้านเมือง พ.ศ. ๒๕๓๕ (ตัวอย่าง)',
  },
  { verb: 'RECORD', processArea: 'FINES_CUSTODY', ceilingAmount: null, basisTh: city },
  { verb: 'APPROVE', processArea: 'STATE_PROPERTY', ceilingAmount: null, basisTh: city },
  { verb: 'APPROVE', processArea: 'ALLOWANCE_CLAIM', ceilingAmount: 500_000, basisTh: city },
];
