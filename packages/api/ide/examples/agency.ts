import { type Example, SAMPLE_AGENCY } from './example.ts';

/** The daily work of an agency, shown with the invented year of a sample agency. */
export const agencyExamples: readonly Example[] = [
  {
    id: 'overdue-mitigations',
    titleTh: 'ความเสี่ยงสูงที่มาตรการเกินกำหนด',
    titleEn: 'High risks, measures overdue',
    descriptionTh: 'มาตรการที่เกินกำหนดของความเสี่ยงระดับสูงและสูงมาก เรียงตามกำหนดเสร็จ พร้อมผู้รับผิดชอบ',
    descriptionEn: 'Overdue measures against high and extreme risks by due date, and who is to act',
    persona: { role: 'APPROVER', agencyCode: SAMPLE_AGENCY },
    query: `query HighRisksWithOverdueMitigations {
  mitigations(
    first: 20
    where: { status: { in: [OVERDUE] }, risk: { level: { in: [HIGH, EXTREME] } } }
    orderBy: { field: dueOn }
  ) {
    totalCount
    edges {
      node {
        dueOn
        measureTh
        strategy
        progressPercent
        ownerPosition { titleTh }
        risk { fiscalYear code titleTh level score }
      }
    }
  }
  risks(
    first: 20
    where: { level: { in: [HIGH, EXTREME] } }
    orderBy: { field: score, direction: DESC }
  ) {
    totalCount
    edges { node { fiscalYear code titleTh level score mitigations { status dueOn } } }
  }
}
`,
  },
  {
    id: 'delegation-orders',
    titleTh: 'คำสั่งมอบอำนาจที่มีผลอยู่',
    titleEn: 'Delegation orders in force',
    descriptionTh: 'ใครมอบอำนาจใดให้ใคร วงเงินเท่าไร และมอบอำนาจต่อได้หรือไม่',
    descriptionEn: 'Who passes which power to whom, up to what amount, and whether it may be passed on',
    persona: { role: 'APPROVER', agencyCode: SAMPLE_AGENCY },
    query: `query DelegationOrdersInForce {
  delegationOrders(
    first: 20
    where: { status: { in: [IN_FORCE] } }
    orderBy: { field: effectiveFrom, direction: DESC }
  ) {
    totalCount
    edges {
      node {
        orderNo
        year
        titleTh
        effectiveFrom
        effectiveTo
        powers {
          verb
          subjectTh
          delegator { titleTh }
          delegate { titleTh }
          ceilingAmount
          subDelegable
          revokedOn
        }
      }
    }
  }
}
`,
  },
  {
    id: 'assess-risk',
    titleTh: 'ประเมินความเสี่ยง (บันทึกข้อมูล)',
    titleEn: 'Assess a risk (a mutation)',
    descriptionTh: 'ความเสี่ยงเรื่องแบ่งซื้อแบ่งจ้างของหน่วยงานตัวอย่าง จากระดับต่ำเป็นสูง กด Ctrl + Enter เพื่อบันทึก',
    descriptionEn: 'Raises split purchasing at the sample agency from low to high; press Ctrl + Enter to record it',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `# expectedVersion คือ version ของความเสี่ยงที่ท่านเห็น ถ้าข้อมูลเปลี่ยนไปแล้วคำตอบคือ CONFLICT ให้ใส่ version ใหม่
# expectedVersion: the version of the risk as you saw it. CONFLICT says that it has changed: put the new one.

mutation AssessRisk($input: AssessRiskInput!) {
  assessRisk(input: $input) {
    assessment { phase likelihood impact score level assessedOn assessedBy }
    risk {
      code
      titleTh
      level
      version
      assessments { assessedOn phase score level justificationTh }
    }
  }
}
`,
    variables: {
      input: {
        riskId: 'UmlzazpiOGQ3YTU3ZC01NjNkLThkYTctYTAzYy1mZjFlOGIzYzNlOTE',
        expectedVersion: 1,
        phase: 'RESIDUAL',
        likelihood: 3,
        impact: 4,
        justificationTh: 'พบการแบ่งวงเงินจัดซื้อสามครั้งในไตรมาสเดียว',
      },
    },
  },
  {
    id: 'viewer',
    titleTh: 'ฉันคือใคร ทำอะไรได้บ้าง',
    titleEn: 'Who am I and what may I do',
    descriptionTh: 'บัญชี บทบาท สิทธิ และหน่วยงานของผู้ที่ลงชื่อเข้าใช้อยู่ พร้อมฝ่ายและตำแหน่งในหน่วยงาน',
    descriptionEn: 'Account, role, permissions and agency of the viewer, with its units and positions',
    persona: { role: 'CASE_OFFICER', agencyCode: SAMPLE_AGENCY },
    query: `query WhoAmI {
  viewer {
    account { name }
    role
    permissions
    agency {
      code
      nameTh
      kind
      units { code nameTh }
      positions { titleTh isHead unit { nameTh } }
    }
  }
}
`,
  },
];
