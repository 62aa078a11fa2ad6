import { type Example, SAMPLE_AGENCY } from './example.ts';

/** What the registry makes of the records: tasks, history, published editions, answers to the library. */
export const registryExamples: readonly Example[] = [
  {
    id: 'tasks',
    titleTh: 'งานที่รอฉันอยู่',
    titleEn: 'What waits for me',
    descriptionTh: 'เรื่องที่ถูกส่งกลับ มาตรการเกินกำหนด รายงานที่ต้องส่ง นับตามชนิด และเรียงตามกำหนด',
    descriptionEn: 'Returned records, overdue measures, reports due: counted by kind, and in order of their dates',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query MyTasks {
  viewer {
    role
    taskCounts { kind count overdueCount }
    tasks(first: 50) {
      kind
      titleTh
      dueOn
      isOverdue
      subject { __typename id }
    }
  }
}
`,
  },
  {
    id: 'history',
    titleTh: 'ประวัติการแก้ไข: ใคร แก้อะไร เมื่อไร',
    titleEn: 'History: who changed what, when',
    descriptionTh: 'รายการล่าสุดในบันทึกการเปลี่ยนแปลงของหน่วยงาน พร้อมค่าก่อนและหลัง',
    descriptionEn: 'The latest entries of the agency’s audit trail, with values before and after',
    persona: { role: 'APPROVER', agencyCode: SAMPLE_AGENCY },
    query: `query History {
  auditTrail(first: 20) {
    totalCount
    edges {
      node {
        at
        summaryTh
        reason
        changes { labelTh before after }
      }
    }
  }
}
`,
  },
  {
    id: 'editions',
    titleTh: 'ฉบับที่เผยแพร่ต่อสาธารณะ',
    titleEn: 'Published editions',
    descriptionTh: 'ใครก็เปิดอ่านได้ที่ที่อยู่ของฉบับ พร้อมประกาศที่ใช้เผยแพร่ ค่าแฮชยืนยันว่าเนื้อหาไม่ถูกแก้ไข',
    descriptionEn: 'Anybody reads them at their address, with the announcement of each; the hash proves the content',
    persona: { role: 'PUBLIC' },
    query: `query PublishedEditions {
  editions(first: 20) {
    totalCount
    edges {
      node {
        agency { nameTh }
        titleTh
        number
        publishedAt
        announcementKind
        announcementNo
        announcedOn
        announcementSignerTitleTh
        announcementSignerCapacity
        announcementAddress
        address
        contentHash
      }
    }
  }
}
`,
  },
  {
    id: 'library',
    titleTh: 'คลังความเสี่ยง: ใครตอบแล้วบ้าง',
    titleEn: 'Risk library: who has answered',
    descriptionTh: 'จำนวนหน่วยงานที่รับไปใช้ ปรับใช้ ไม่ใช้ และยังไม่ตอบ ต่อความเสี่ยงในคลัง',
    descriptionEn: 'How many agencies adopted, adapted, declined, or have not answered each risk',
    persona: { role: 'CENTRE' },
    query: `query LibraryCoverage {
  centre {
    libraryCoverage(filter: { includeSamples: true }) {
      code
      titleTh
      adopted
      adapted
      declined
      unanswered
    }
  }
}
`,
  },
  {
    id: 'members',
    titleTh: 'สมาชิกของหน่วยงานและผู้ทำการแทน',
    titleEn: 'Members of the agency, and who acts for whom',
    descriptionTh: 'ใครมีบทบาทใดถึงเมื่อใด ใครให้ ลงชื่อเข้าใช้ล่าสุดเมื่อใด คำเชิญที่รอรับ และตำแหน่งที่มีผู้รักษาราชการแทน',
    descriptionEn:
      'Who holds which role until when, who gave it and when they last signed in; open invitations; acting appointments',
    persona: { role: 'AGENCY_ADMIN', agencyCode: SAMPLE_AGENCY },
    query: `query Members {
  members(first: 50, where: { endedAt: { eq: null } }, orderBy: { field: role }) {
    totalCount
    edges { node { name role startsOn endsOn isInForce grantedByName lastSignInAt version } }
  }
  invitations(first: 20) {
    edges { node { name role status expiresAt invitedByName version } }
  }
  actingAppointments(first: 20) {
    edges { node { actsFor { titleTh } position { titleTh } capacity validFrom validTo } }
  }
}
`,
  },
];
