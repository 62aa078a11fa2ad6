import { isEditorOfAgency } from '../../access/access.rules.ts';
import { notFound } from '../../base/errors.ts';
import { act } from '../../graphql/acts/act.ts';
import { builder } from '../../graphql/builder.ts';
import { Check, NAME_MAX } from '../../graphql/inputs/check.ts';
import { requireEach } from '../../graphql/inputs/references.ts';
import { notWritten, whileWritten } from '../../lifecycle/record/written.logic.ts';
import { requireVersion } from '../../tenancy/act-transaction.ts';
import { FrameworkPlaceInput, isSamePlace, placeIn } from '../framework-place.ts';
import { ProjectKind } from '../plan.enums.ts';
import { ProjectPayload } from '../plan.payload.ts';
import { onWrittenProject } from '../plan-standing.ts';
import { lockDraftPlan } from '../plan-state.ts';
import { projectContentFields } from '../project.inputs.ts';
import { projectAtVersion } from '../project-act.inputs.ts';
import { type GivenIndicator, projectContentOf, projectYearsOf, requireBudgetsWithin } from '../project-content.ts';
import { replaceParts, setBudgetLines, setIndicators } from '../project-parts.ts';
import { requireFreeNumber, requireUnits } from '../project-references.ts';

const EditProjectInput = builder.inputType('EditProjectInput', {
  description:
    'การแก้ไขโครงการ ไม่ระบุ = คงเดิม · Changes of a project: what is absent stays, null empties, and lists are given whole.',
  fields: (t) => ({
    ...projectAtVersion(t),
    kind: t.field({ type: ProjectKind, description: 'ประเภท · Project, activity or measure.' }),
    place: t.field({ type: FrameworkPlaceInput, description: 'ที่อยู่ในกรอบแผน · Place in the framework, as a whole.' }),
    titleTh: t.string({ description: 'ชื่อภาษาไทย ไม่เกิน 500 ตัวอักษร · Title in Thai, at most 500 characters.' }),
    fiscalYears: t.field({
      type: ['FiscalYear'],
      description: 'ปีงบประมาณที่ดำเนินการ ภายในช่วงของแผน · Fiscal years in which it runs, within those of the plan.',
    }),
    ...projectContentFields(t),
  }),
});

type KeptIndicator = { readonly id: string; readonly textTh: string; readonly _count: { readonly values: number } };

/** An indicator that was reported on stays: its values would be lost with it. */
function requireReportedIndicators(
  check: Check,
  given: readonly GivenIndicator[] | undefined,
  kept: readonly KeptIndicator[],
): void {
  if (!given) return;
  const ids = new Set(given.map(({ id }) => id));
  for (const { id, textTh, _count } of kept)
    if (_count.values > 0 && !ids.has(id))
      check.add(
        'indicators',
        `ตัดตัวชี้วัด “${textTh}” ออกไม่ได้ เพราะรายงานค่าแล้ว`,
        `The indicator “${textTh}” has reported values and stays.`,
      );
}

act({
  name: 'editProject',
  bulk: 'editProjects',
  description: `แก้ไขเนื้อหาโครงการในแผน ${whileWritten.th} · Edits the content of a project of a plan ${whileWritten.en}.`,
  by: isEditorOfAgency,
  on: onWrittenProject,
  errors: { NOT_FOUND: true, ILLEGAL_TRANSITION: notWritten.plan },
  input: EditProjectInput,
  payload: ProjectPayload,
  work: async (input, tx) => {
    const { db } = tx;
    const { id } = input.projectId;
    const owner = await db.project.findUnique({ where: { id }, select: { planId: true } });
    if (!owner) throw notFound('projectId');
    const plan = await lockDraftPlan(tx, owner.planId, 'projectId');
    const project = await db.project.findUniqueOrThrow({
      where: { id },
      include: {
        budgetLines: true,
        indicators: { select: { id: true, textTh: true, _count: { select: { values: true } } } },
        progressReports: { select: { fiscalYear: true } },
      },
    });

    const check = new Check();
    const titleTh = check.text('titleTh', input.titleTh, { max: NAME_MAX });
    const kind = check.required('kind', input.kind);
    const givenYears = check.required('fiscalYears', input.fiscalYears);
    const fiscalYears = givenYears && projectYearsOf(check, givenYears, plan);
    const years = fiscalYears ?? project.fiscalYears;
    const reportedYears = new Set(project.progressReports.map(({ fiscalYear }) => fiscalYear));
    for (const year of reportedYears)
      if (!years.includes(year))
        check.add('fiscalYears', `ปี ${year} รายงานผลแล้ว`, `Fiscal year ${year} has been reported on.`);
    const { columns, parts, indicators } = projectContentOf(check, input);
    if (fiscalYears || parts.budgetLines) requireBudgetsWithin(check, parts.budgetLines ?? project.budgetLines, years);
    requireReportedIndicators(check, indicators, project.indicators);
    const givenPlace = check.required('place', input.place);
    const place = givenPlace && (await placeIn(db, plan.frameworkId, givenPlace, check));
    const { sequenceNo = project.sequenceNo } = columns;
    if (sequenceNo !== project.sequenceNo || (place && !isSamePlace(place, project)))
      await requireFreeNumber(db, check, { planId: plan.id, sequenceNo, exceptId: id }, place ?? project);
    check.refuse();
    await requireUnits(db, parts.unitIds);
    const own = new Set(project.indicators.map((indicator) => indicator.id));
    requireEach(
      indicators ?? [],
      (indicator) => indicator.id === null || own.has(indicator.id),
      (index) => `indicators[${index}].id`,
    );

    await requireVersion(
      db.project.updateMany({
        where: { id, version: input.expectedVersion },
        data: { ...columns, ...place, kind, titleTh, fiscalYears, version: { increment: 1 } },
      }),
    );
    await replaceParts(db, plan.agencyId, { ...parts, projectId: id });
    if (parts.budgetLines) await setBudgetLines(db, plan.agencyId, id, parts.budgetLines, project.budgetLines);
    if (indicators) await setIndicators(db, plan.agencyId, id, indicators);
    return { id };
  },
});
