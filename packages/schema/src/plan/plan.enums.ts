import { enumOf, storedEnum } from '../graphql/enums.ts';
import type { IndicatorOutcome } from './indicator-result.logic.ts';

export const ProjectKind = storedEnum('ProjectKind', 'ประเภทของโครงการ · Kind of project.', {
  PROJECT: 'โครงการ · Project.',
  ACTIVITY: 'กิจกรรม · Activity.',
  MEASURE: 'มาตรการ · Measure.',
});

export const ProjectStatus = storedEnum('ProjectStatus', 'สถานะของงาน · Status of the work.', {
  PLANNED: 'ยังไม่เริ่ม · Planned.',
  IN_PROGRESS: 'กำลังดำเนินการ · In progress.',
  DONE: 'แล้วเสร็จ · Done.',
  CANCELLED: 'ยกเลิก · Cancelled.',
  NOT_DONE: 'ไม่แล้วเสร็จ · Not done when its years ended; the change of status says why.',
});

export const BudgetStatus = storedEnum('BudgetStatus', 'สถานะงบประมาณ · Whether a year has a budget.', {
  BUDGETED: 'มีงบประมาณ · An amount is set.',
  NO_BUDGET: 'ไม่ใช้งบประมาณ · Stated to need no budget, which is not the same as 0.',
  UNKNOWN: 'ไม่ทราบ · Not known.',
});

export const IndicatorKind = storedEnum('IndicatorKind', 'ประเภทตัวชี้วัด · Kind of indicator.', {
  OUTPUT: 'ผลผลิต · Output.',
  OUTCOME: 'ผลลัพธ์ · Outcome.',
});

export const PlanStatementKind = storedEnum('PlanStatementKind', 'ประเภทข้อความของแผน · Kind of statement of a plan.', {
  OBJECTIVE: 'วัตถุประสงค์ · Objective.',
  GOAL: 'เป้าหมาย · Goal.',
  BENEFIT: 'ประโยชน์ที่คาดว่าจะได้รับ · Expected benefit.',
});

export const PrintedFigureKind = storedEnum('PrintedFigureKind', 'ประเภทตัวเลขที่พิมพ์ · What a printed figure counts.', {
  PROJECT_COUNT: 'จำนวนโครงการ · Number of projects.',
  BUDGET_TOTAL: 'งบประมาณรวม (บาท) · Sum of budgets, in baht.',
});

export const IndicatorOutcomeEnum = enumOf<IndicatorOutcome>(
  'IndicatorOutcome',
  'ผลของตัวชี้วัดเทียบเป้าหมาย · How an indicator compares with its target.',
  {
    MET: 'ถึงเป้าหมาย · The target is met.',
    NOT_MET: 'ไม่ถึงเป้าหมาย · The target is not met.',
    NOT_REPORTED:
      'ยังไม่รายงานค่า (หรือค่าปีก่อนที่ใช้เทียบ) · The value, or that of the year before that it is compared with, was not reported.',
    NO_TARGET: 'ไม่มีเป้าหมายให้เทียบ · No target is stated.',
  },
);
