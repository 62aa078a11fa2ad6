import { type Example, SAMPLE_AGENCY } from './example.ts';

/** What the staff of one agency ask about their own records. */
export const agencyExamples: readonly Example[] = [
  {
    id: 'viewer',
    titleTh: 'ฉันคือใคร ทำอะไรได้บ้าง',
    titleEn: 'Who am I and what may I do',
    descriptionTh: 'บัญชี บทบาท หน่วยงาน และสิทธิของผู้ที่ลงชื่อเข้าใช้อยู่',
    descriptionEn: 'Account, role, agency and permissions of the signed-in viewer',
    persona: { role: 'EDITOR', agencyCode: 'BMA-CHOMTHONG' },
    query: `query WhoAmI {
  viewer {
    account { name }
    role
    agency { code nameTh nameEn kind }
    permissions
  }
}
`,
  },
  {
    id: 'plan-by-dimension',
    titleTh: 'แผนของหน่วยงาน แยกโครงการตามมิติ',
    titleEn: 'My plan, projects by dimension',
    descriptionTh: 'แผนของสำนักงานเขตจอมทอง จำนวนโครงการและงบประมาณแต่ละมิติ พร้อมรายชื่อโครงการ',
    descriptionEn: 'Projects and budget per dimension, then the projects themselves',
    persona: { role: 'EDITOR', agencyCode: 'BMA-CHOMTHONG' },
    query: `query PlanByDimension($fiscalYear: FiscalYear!) {
  plans(first: 5, where: { agency: { code: { eq: "BMA-CHOMTHONG" } } }) {
    edges {
      node {
        titleTh
        fiscalYearFrom
        fiscalYearTo
        status
        dimensions {
          number
          titleTh
          projectCount
          budgetTotal(fiscalYear: $fiscalYear)
        }
        projects(first: 50) {
          totalCount
          edges {
            node {
              sequenceNo
              printedCode
              titleTh
              kind
              dimension { number }
              mission { code }
            }
          }
        }
      }
    }
  }
}
`,
    variables: { fiscalYear: 2567 },
  },
  {
    id: 'swot',
    titleTh: 'SWOT แยกตามด้าน',
    titleEn: 'SWOT by quadrant',
    descriptionTh: 'จุดแข็ง จุดอ่อน โอกาส และอุปสรรคของเขตจอมทอง พร้อมปัจจัย 7S และ PESTEL',
    descriptionEn: 'Strengths, weaknesses, opportunities and threats with their factor',
    persona: { role: 'VIEWER', agencyCode: 'BMA-CHOMTHONG' },
    query: `query SwotByQuadrant {
  swotAnalyses(first: 5, where: { agency: { code: { eq: "BMA-CHOMTHONG" } } }) {
    edges {
      node {
        fiscalYear
        status
        items { quadrant factor textTh textEn }
      }
    }
  }
}
`,
  },
  {
    id: 'unassessed-risks',
    titleTh: 'ความเสี่ยงเก้าข้อที่ยังไม่ประเมิน',
    titleEn: 'Nine risks not yet assessed',
    descriptionTh: 'เอกสารของเขตจอมทองไม่ได้ระบุคะแนน ความเสี่ยงทั้งเก้าจึงเป็น UNASSESSED จนกว่าหน่วยงานจะประเมิน',
    descriptionEn: 'The document prints no scores, so the nine risks await an assessment',
    persona: { role: 'EDITOR', agencyCode: 'BMA-CHOMTHONG' },
    query: `query UnassessedRisks {
  risks(
    first: 20
    where: { agency: { code: { eq: "BMA-CHOMTHONG" } }, level: { in: [UNASSESSED] } }
  ) {
    totalCount
    edges {
      node {
        code
        titleTh
        titleEn
        processArea
        corruptionTypes
        level
        responsibleUnit { nameTh }
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
    descriptionTh: 'บันทึกโอกาสและผลกระทบ ระบบคำนวณคะแนนและระดับให้ ใส่ id ของความเสี่ยงในช่อง Variables ก่อนเรียกใช้',
    descriptionEn: 'Record likelihood and impact; put the id of one of your risks into Variables first',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `mutation AssessRisk($input: AssessRiskInput!) {
  assessRisk(input: $input) {
    risk {
      code
      titleTh
      level
      score
      likelihood
      impact
    }
  }
}
`,
    variables: {
      input: {
        riskId: '',
        phase: 'INHERENT',
        likelihood: 3,
        impact: 4,
        justificationTh: 'ประชุมคณะทำงานบริหารความเสี่ยงของหน่วยงาน',
      },
    },
  },
  {
    id: 'high-risks',
    titleTh: 'ความเสี่ยงสูงและสูงมาก กับมาตรการ',
    titleEn: 'High and extreme risks with measures',
    descriptionTh: 'หน่วยงานตัวอย่าง: ระดับความเสี่ยง มาตรการจัดการ กำหนดเสร็จ และมาตรการที่เกินกำหนด',
    descriptionEn: 'A sample agency: level, measures, due dates and what is overdue',
    persona: { role: 'APPROVER', agencyCode: SAMPLE_AGENCY },
    query: `query HighRisksWithMitigations {
  viewer {
    agency {
      code
      nameTh
      risks(first: 20, where: { level: { in: [HIGH, EXTREME] } }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges {
          node {
            code
            titleTh
            level
            score
            mitigations {
              measureTh
              strategy
              dueOn
              status
              progressPercent
              ownerUnit { nameTh }
            }
          }
        }
      }
    }
  }
}
`,
  },
];
