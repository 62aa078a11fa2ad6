import { type Example, SAMPLE_AGENCY } from './example.ts';

/** Questions that people have saved: who shares what, and how one is run with the rights of whoever runs it. */
export const savedExamples: readonly Example[] = [
  {
    id: 'saved-queries',
    titleTh: 'คำถามที่บันทึกและแบ่งปันไว้',
    titleEn: 'Saved and shared queries',
    descriptionTh: 'คำถามของตนและที่ผู้อื่นแบ่งปัน พร้อมแฟ้ม ผู้ที่เปิดได้ และครั้งที่ใช้ล่าสุด เปิดในแท็บได้จากแผงคำถามที่บันทึกไว้',
    descriptionEn:
      'One’s own and those of others, with folder, sharing and last use; the panel of saved queries opens them',
    persona: { role: 'ANALYST' },
    query: `query SavedQueries {
  savedQueries(first: 20, where: { archivedAt: { eq: null } }, orderBy: { field: titleTh }) {
    totalCount
    edges {
      node { titleTh titleEn folder sharedWith isMine isFavourite lastUsedAt latestNumber }
    }
  }
}
`,
  },
  {
    id: 'run-saved-query',
    titleTh: 'รันคำถามที่บันทึกไว้ด้วยสิทธิของตน',
    titleEn: 'Run a saved query with one’s own rights',
    descriptionTh: 'คำถามกลางของ ศปท.กทม. ที่แบ่งปันให้ทุกหน่วยงาน ผู้รันเห็นเฉพาะที่ตนมีสิทธิ ลองสลับผู้ใช้แล้วเทียบจำนวน',
    descriptionEn:
      'A query that the centre shares with all agencies: each sees what it may; switch the user and compare the count',
    persona: { role: 'VIEWER', agencyCode: SAMPLE_AGENCY },
    query: `query RunSavedQuery($id: ID!, $variables: JSON) {
  runQuery(id: $id, variables: $variables) {
    savedQuery { titleTh folder }
    number
    data
    cost
    milliseconds
  }
}
`,
    variables: {
      id: 'U2F2ZWRRdWVyeTpkODg5N2M4Ny00ZDJmLTg3NDQtOGE1Yy1iYWMwMjMyNTQ5MDY',
      variables: { first: 5 },
    },
  },
];
