import type { Example } from './example.ts';

/** What everybody may read without signing in. */
export const referenceExamples: readonly Example[] = [
  {
    id: 'agencies',
    titleTh: 'สำนักงานเขตตามกลุ่มเขต',
    titleEn: 'District offices by group',
    descriptionTh: 'ห้าสิบสำนักงานเขตในหกกลุ่มเขต ใช้ alias ถามหกครั้งในคำถามเดียว',
    descriptionEn: 'Fifty district offices in six groups: six aliases in one question',
    persona: { role: 'PUBLIC' },
    query: `query OfficesByGroup {
  central: agencies(first: 20, where: { districtGroup: { eq: CENTRAL } }) { ...Offices }
  north: agencies(first: 20, where: { districtGroup: { eq: NORTH } }) { ...Offices }
  south: agencies(first: 20, where: { districtGroup: { eq: SOUTH } }) { ...Offices }
  east: agencies(first: 20, where: { districtGroup: { eq: EAST } }) { ...Offices }
  northThonburi: agencies(first: 20, where: { districtGroup: { eq: NORTH_THONBURI } }) { ...Offices }
  southThonburi: agencies(first: 20, where: { districtGroup: { eq: SOUTH_THONBURI } }) { ...Offices }
}

fragment Offices on AgencyConnection {
  totalCount
  edges { node { code nameTh nameEn dopaCode } }
}
`,
  },
  {
    id: 'framework',
    titleTh: 'กรอบแผน มิติ ภารกิจ และเกณฑ์คะแนน',
    titleEn: 'Framework and scoring methods',
    descriptionTh: 'สี่มิติและภารกิจของ ป.ป.ช. ที่ทุกโครงการอ้างอิง พร้อมเกณฑ์ระดับความเสี่ยง',
    descriptionEn: 'The four dimensions every project refers to, and how risks are scored',
    persona: { role: 'PUBLIC' },
    query: `query FrameworkAndMethods {
  framework {
    titleTh
    dimensions {
      number
      titleTh
      missions { code titleTh subMissions { code titleTh } }
    }
  }
  riskMethods {
    titleTh
    isDefault
    levels { level labelTh labelEn colour needsPlan }
    scalePoints { axis value labelTh meaningTh }
  }
}
`,
  },
];
