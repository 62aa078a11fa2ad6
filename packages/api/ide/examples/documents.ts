import type { Example } from './example.ts';

/** What the source documents say, asked by the staff of the agencies that wrote them. */
export const documentExamples: readonly Example[] = [
  {
    id: 'plan-by-dimension',
    titleTh: 'แผนของหน่วยงาน แยกโครงการตามมิติ',
    titleEn: 'My plan, projects by dimension',
    descriptionTh: 'แผนของสำนักงานเขตจอมทอง จำนวนโครงการแต่ละมิติ และรายชื่อโครงการตามลำดับในแผน',
    descriptionEn: 'Number of projects per dimension, then the projects in the order of the plan',
    persona: { role: 'VIEWER', agencyCode: 'BMA-CHOMTHONG' },
    query: `query PlanByDimension {
  agency(code: "BMA-CHOMTHONG") {
    nameTh
    plans(first: 1) {
      edges {
        node {
          titleTh
          fiscalYearFrom
          fiscalYearTo
          status
          dimensions { number titleTh projectCount }
          projects(first: 50, orderBy: { field: sortOrder }) {
            totalCount
            edges {
              node {
                dimension { number }
                mission { code }
                printedCode
                titleTh
                kind
                steps { textTh }
              }
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    id: 'budgets-and-findings',
    titleTh: 'งบประมาณที่พิมพ์ กับที่คำนวณได้',
    titleEn: 'Budgets, as printed and as computed',
    descriptionTh: 'อบต.แม่ดง: ยอดที่พิมพ์ในแผน ยอดที่รวมจากโครงการ และข้อสังเกตว่าตัวเลขใดไม่ตรงกัน',
    descriptionEn: 'Mae Dong: sums the plan prints, sums of its projects, and the findings where they differ',
    persona: { role: 'VIEWER', agencyCode: 'LG-MAEDONG' },
    query: `query BudgetsAndFindings($fiscalYear: FiscalYear!) {
  findings(first: 20, where: { code: { startsWith: "BUDGET" } }) {
    totalCount
    edges { node { severity messageTh printed computed project { titleTh } } }
  }
  plans(first: 1) {
    edges {
      node {
        titleTh
        dimensions { number titleTh budgetTotal(fiscalYear: $fiscalYear) }
        printedFigures { kind dimensionNumber fiscalYear printedText value }
        projects(first: 30) {
          edges { node { titleTh budgetLines { fiscalYear status amount sheetAmount } } }
        }
      }
    }
  }
}
`,
    variables: { fiscalYear: 2570 },
  },
  {
    id: 'unassessed-risks',
    titleTh: 'ความเสี่ยงเก้าข้อที่ยังไม่ประเมิน',
    titleEn: 'Nine risks not yet assessed',
    descriptionTh: 'เอกสารของเขตจอมทองไม่ได้ระบุคะแนน ความเสี่ยงทั้งเก้าจึงยังไม่ประเมิน จนกว่าหน่วยงานจะประเมิน',
    descriptionEn: 'The document prints no scores, so the nine risks await an assessment',
    persona: { role: 'EDITOR', agencyCode: 'BMA-CHOMTHONG' },
    query: `query UnassessedRisks {
  risks(first: 20, where: { level: { in: [UNASSESSED] } }, orderBy: { field: code }) {
    totalCount
    edges {
      node {
        code
        titleTh
        titleEn
        processArea
        corruptionTypes
        level
        score
        responsibleUnit { nameTh }
        sourceSection
      }
    }
  }
}
`,
  },
  {
    id: 'swot',
    titleTh: 'SWOT แยกตามด้าน',
    titleEn: 'SWOT by quadrant',
    descriptionTh: 'จุดแข็ง จุดอ่อน โอกาส และอุปสรรคของเขตจอมทอง พร้อมปัจจัย 7S และ PESTEL',
    descriptionEn: 'Strengths, weaknesses, opportunities and threats with their factor',
    persona: { role: 'VIEWER', agencyCode: 'BMA-CHOMTHONG' },
    query: `query SwotByQuadrant {
  swotAnalyses(first: 1) {
    edges {
      node {
        fiscalYear
        status
        items { quadrant rank factor textTh textEn }
      }
    }
  }
}
`,
  },
];
