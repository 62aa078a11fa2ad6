import { type Example, SAMPLE_AGENCY } from './example.ts';

/** What agencies declare in a year, are given, do, decide and make public. */
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
  {
    id: 'ita-results',
    titleTh: 'ผลการประเมินคุณธรรมและความโปร่งใส ตามที่พิมพ์และที่คำนวณ',
    titleEn: 'ITA results, as printed and as they compute',
    descriptionTh: 'คะแนน ระดับ สิ่งที่ขาดจากระดับถัดไป และแนวโน้มของหน่วยงานตัวอย่าง',
    descriptionEn: 'Scores, grade, what is missing to the next grade, and the trend of a sample agency',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query ItaResults {
  itaAssessments(first: 10) {
    edges {
      node {
        fiscalYear
        totalPrinted
        totalComputed
        totalComputedBasis
        gradePrinted
        grade
        instruments { code weightPercent scorePrinted scoreComputed scoreAgrees }
        indicators { number nameTh averagePrinted }
        gapToNextGrade { gradeTh instrument points total }
        trend { fiscalYear total change }
      }
    }
  }
}
`,
  },
  {
    id: 'ita-table',
    titleTh: 'ตารางผลการประเมินของทุกหน่วยงานในปีหนึ่ง',
    titleEn: 'The ITA table of a year',
    descriptionTh: 'คะแนนรวม ระดับ เครื่องมือที่ขวางระดับถัดไป และแนวโน้ม ของหน่วยงานตัวอย่าง คะแนนสูงก่อน',
    descriptionEn:
      'Total, grade, the instrument that blocks the next grade, and the trend of the sample agencies, the highest first',
    persona: { role: 'CENTRE' },
    query: `query ItaTable {
  centre {
    itaTable(fiscalYear: 2568, filter: { agencyKinds: [SAMPLE], includeNotOverseen: true }) {
      agencyCode
      agencyNameTh
      total
      grade
      blockingInstrument
      gapPoints
      gapTotal
      percentile
      trend { fiscalYear total change }
    }
  }
}
`,
  },
  {
    id: 'gifts-grouped',
    titleTh: 'ของขวัญที่รับหรือถูกเสนอ ตามการดำเนินการ',
    titleEn: 'Gifts received or offered, by what was done',
    descriptionTh: 'รายงานของขวัญของทุกหน่วยงานตัวอย่าง แยกตามปีและการดำเนินการ และครึ่งปีที่แจ้งว่าไม่มี ไม่มีชื่อผู้ให้',
    descriptionEn:
      'Gift reports by year and what was done with them, and the half-years without any; no giver is named',
    persona: { role: 'CENTRE' },
    query: `query Gifts {
  giftReportsGrouped(groupBy: [fiscalYear, outcome], first: 50) {
    groupCount
    groups { labels { th en } count countDistinct { agencies } }
  }
  noGiftStatements(first: 20) {
    totalCount
    edges { node { agency { nameTh } fiscalYear half statedOn } }
  }
}
`,
  },
  {
    id: 'internal-audits',
    titleTh: 'การตรวจสอบภายในของปี ข้อตรวจพบ และการติดตาม',
    titleEn: 'Internal audits of a year, what they observed, and what was done about it',
    descriptionTh: 'แผนตรวจสอบภายในของหน่วยงานตัวอย่าง ข้อตรวจพบ ผู้รับผิดชอบ กำหนด และการติดตาม ซึ่งเห็นเฉพาะหน่วยงานเอง',
    descriptionEn:
      'The plan of a sample agency, its observations with who answers for them, their due days and the follow-up; its own people alone see them',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query InternalAudits {
  internalAudits(first: 20, where: { fiscalYear: { eq: 2569 } }) {
    edges {
      node {
        plannedMonth
        topicTh
        unit { nameTh }
        heldFrom
        heldTo
        observations(first: 20) {
          edges { node { number observationTh recommendationTh position { titleTh } dueOn followUp actionTh actionOn } }
        }
      }
    }
  }
  auditObservationsGrouped(groupBy: [followUp], first: 10) {
    groups { labels { th en } count }
  }
}
`,
  },
  {
    id: 'trainings',
    titleTh: 'การอบรมของปี ผลที่ได้ และตัวชี้วัดที่วัด',
    titleEn: 'Trainings of a year, what came of them, and the indicator they measure',
    descriptionTh: 'การอบรมของหน่วยงานตัวอย่าง จำนวนผู้เข้าร่วมและผู้ผ่าน ร้อยละที่คำนวณ และค่าเป้าหมายของตัวชี้วัด พร้อมยอดตามชนิดกิจกรรม',
    descriptionEn:
      'Trainings of a sample agency: who attended and passed, the percentage, the threshold of the indicator; and all activities by kind',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query Trainings {
  trainings(first: 20, where: { fiscalYear: { eq: 2569 } }) {
    totalCount
    edges {
      node {
        heldFrom
        titleTh
        status
        invitedCount
        attendedCount
        passedCount
        percent { of value }
        indicator { textTh operator threshold unitTh }
      }
    }
  }
  activitiesGrouped(groupBy: [kind], where: { fiscalYear: { eq: 2569 } }, first: 20) {
    groups { labels { th en } count sum { attendedCount } }
  }
}
`,
  },
  {
    id: 'trainings-below-target',
    titleTh: 'การอบรมที่ผลต่ำกว่าค่าเป้าหมาย ทุกหน่วยงาน',
    titleEn: 'Trainings below target, across agencies',
    descriptionTh: 'ข้อสังเกตว่าผลของกิจกรรมต่ำกว่าค่าเป้าหมายของตัวชี้วัด พร้อมกิจกรรม ร้อยละที่ได้ และค่าเป้าหมาย และยอดตามหน่วยงานและปี',
    descriptionEn:
      'Findings that an activity came below the threshold of its indicator, with the activity, its percentage and the threshold; counted by agency and year',
    persona: { role: 'CENTRE' },
    query: `query TrainingsBelowTarget {
  findings(first: 50, where: { code: { eq: "ACTIVITY_BELOW_THRESHOLD" } }) {
    totalCount
    edges {
      node {
        messageTh
        agency { code nameTh }
        activity { id kind heldFrom titleTh percent { of value } indicator { textTh threshold } }
      }
    }
  }
  findingsGrouped(groupBy: [agency, fiscalYear], where: { code: { eq: "ACTIVITY_BELOW_THRESHOLD" } }, first: 50) {
    groups { labels { th en } count }
  }
}
`,
  },
  {
    id: 'committees-and-public-items',
    titleTh: 'คณะกรรมการ มติ และข้อมูลที่เผยแพร่',
    titleEn: 'Committees, their resolutions, and what is made public',
    descriptionTh: 'คณะกรรมการของหน่วยงานตัวอย่างตามตำแหน่ง การประชุมและมติ ข้อมูลที่เผยแพร่ และสรุปผลการจัดซื้อจัดจ้างรายเดือน',
    descriptionEn:
      'The committees of a sample agency by position, meetings and resolutions; what it makes public, and procurement summaries by month',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query CommitteesAndPublicItems {
  committees(first: 10) {
    edges {
      node {
        nameTh
        members { role position { titleTh } }
        meetings(first: 5) { edges { node { heldFrom agendaTh resolutionsTh attendedCount } } }
      }
    }
  }
  publicItems(first: 10, where: { summaryMonth: { eq: null } }) {
    edges { node { topic titleTh currentOn publicationAddress } }
  }
  procurementSummaries(first: 12, orderBy: [{ field: summaryMonth, direction: DESC }]) {
    edges { node { summaryMonth publishedOn publicationAddress } }
  }
}
`,
  },
  {
    id: 'oit-checklist',
    titleTh: 'แบบตรวจ OIT คำตอบของหน่วยงาน และความพร้อม',
    titleEn: 'The OIT checklist, what answers it, and how ready an agency is',
    descriptionTh: 'ข้อของแบบตรวจสมมติ สิ่งที่หน่วยงานตัวอย่างเผยแพร่ซึ่งตอบแต่ละข้อ ผลการตรวจ และวันของแต่ละขั้นตอน',
    descriptionEn:
      'Items of an invented checklist, what a sample agency has published that answers them, the reviews, and the days of each step',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query OitChecklist {
  itaRounds(fiscalYear: 2569) { isSample sourceTh steps { step opensOn closesOn } }
  agency(code: "SAMPLE-1") { oitReadiness(fiscalYear: 2569) { items answered upToDate passed failed } }
  oitItems(first: 20, where: { fiscalYear: { eq: 2569 } }) {
    edges {
      node { checklistItem { code textTh topic { nameTh } } state answer address publishedOn isUpToDate reviewNoteTh }
    }
  }
}
`,
  },
];
