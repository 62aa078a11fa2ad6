import { type Example, SAMPLE_AGENCY } from './example.ts';

/** What agencies declare in a year and are given. */
export const integrityExamples: readonly Example[] = [
  {
    id: 'declarations',
    titleTh: 'ประกาศนโยบายของปีและการรับทราบ',
    titleEn: 'Policies declared, and who has acknowledged them',
    descriptionTh: 'ประกาศของหน่วยงานตัวอย่างทีละปี ผู้ลงนาม ที่เผยแพร่ และร้อยละที่รับทราบของแต่ละส่วนราชการ',
    descriptionEn:
      'The declarations of a sample agency by year: signatory, where published, and the percentage of each unit',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query Declarations {
  declarations(first: 20, orderBy: [{ field: fiscalYear, direction: DESC }]) {
    totalCount
    edges {
      node {
        fiscalYear
        kind
        titleTh
        status
        signatory { titleTh isHead }
        signedOn
        publicationAddress
        acknowledgedPercent
        acknowledgements { unit { nameTh } acknowledged headCount percent }
      }
    }
  }
}
`,
  },
];
