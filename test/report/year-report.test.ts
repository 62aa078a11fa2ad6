import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { fields, type Item, type Report, uuidOf } from './reports.ts';

let registry: Registry;
let editor: Person;
let approver: Person;
let centre: Person;
let planId: string;
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
  approver = registry.person('sample-1-approver');
  centre = registry.person('centre');
  const { data } = await editor.ask('{ plans(first: 1) { edges { node { id } } } }');
  planId = nodes(data.plans)[0].id;
});
afterAll(async () => registry.stop());

const at = ({ id, version }: Report) => ({ id, expectedVersion: version });
const draft = async (fiscalYear: number, kind: string): Promise<Report> =>
  (await editor.does('draftPlanReport', { planId, fiscalYear, kind }, fields)).yearReport;
const again = async (id: string): Promise<Report> =>
  (
    await editor.ask(
      `query ($id: ID!) { node(id: $id) { ... on YearReport { id version status missing { code } items { id version
    resultTh progressPercent spentAmount isSourceChanged project { id } progressReport { id quarter version } values { value outcome } } } } }`,
      { id },
    )
  ).data.node;

const headOf = async () => {
  const { data } = await editor.ask('{ viewer { agency { positions { id isHead } } } }');
  return data.viewer.agency.positions.find(({ isHead }: { isHead: boolean }) => isHead).id;
};

describe('a report on a plan', () => {
  let report: Report;

  it('takes over what was reported until the end of its period, project by project, and names its source', async () => {
    report = await draft(2567, 'TWELVE_MONTHS');
    const [expected] = await registry.rows<{ items: string; percent: string; spent: string; values: string }>(
      `SELECT count(*)::text AS items, sum(w."progressPercent")::text AS percent, sum(w."spentAmount")::text AS spent,
         sum((SELECT count(*) FROM "ProgressIndicatorValue" v WHERE v."reportId" = w.id))::text AS values
       FROM "Project" j JOIN "Agency" g ON g.id = j."agencyId" AND g.code = 'SAMPLE-1'
       LEFT JOIN "ProgressReport" w ON w."projectId" = j.id AND w."fiscalYear" = 2567 AND w.quarter = 4
       WHERE 2567 = ANY (j."fiscalYears") AND j.status <> 'CANCELLED'`,
    );
    const sum = (of: (item: Item) => number) => report.items.reduce((all, item) => all + of(item), 0);
    expect({
      items: report.items.length,
      percent: sum(({ progressPercent }) => progressPercent ?? 0),
      spent: sum(({ spentAmount }) => Number(spentAmount ?? 0)),
      values: sum(({ values }) => values.filter(({ value }) => value !== null).length),
    }).toEqual({
      items: Number(expected?.items),
      percent: Number(expected?.percent),
      spent: Number(expected?.spent),
      values: Number(expected?.values),
    });
    expect(new Set(report.items.map(({ progressReport }) => progressReport?.quarter))).toEqual(new Set([4]));
    expect(report.items.every(({ isSourceChanged }) => !isSourceChanged)).toBe(true);
  });

  it('is refused before its period ends, twice for one period, for another year, and for what was never approved', async () => {
    const tried = (input: object) =>
      editor.isRefused('draftPlanReport', { planId, fiscalYear: 2567, kind: 'SIX_MONTHS', ...input });
    expect(await tried({ kind: 'TWELVE_MONTHS' })).toEqual(['INVALID_INPUT', 'kind']);
    expect(await tried({ fiscalYear: 2570, kind: 'TWELVE_MONTHS' })).toEqual(['INVALID_INPUT', 'kind']);
    expect(await tried({ fiscalYear: 2571, kind: 'BRIBERY_RISKS' })).toEqual([
      'INVALID_INPUT',
      'kind',
      'fiscalYear',
      'kind',
    ]);
    const other = registry.person('sample-2-editor');
    expect(await other.isRefused('draftPlanReport', { planId, fiscalYear: 2567, kind: 'SIX_MONTHS' })).toEqual([
      'NOT_FOUND',
      'planId',
    ]);
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "Plan" SET status = 'SUBMITTED' WHERE id = '${uuidOf(planId)}'`,
    );
    expect((await tried({}))[0]).toBe('ILLEGAL_TRANSITION');
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "Plan" SET status = 'APPROVED' WHERE id = '${uuidOf(planId)}'`,
    );
  });

  it('is refused for a plan with more projects of the year than a report holds: none is left out without a word', async () => {
    const plan = `"planId" = '${uuidOf(planId)}'`;
    await registry.rows(
      `SET session_replication_role = 'replica'; INSERT INTO "Project"
       SELECT (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'sequenceNo', 1000 + n, 'sortOrder', 1000 + n))).*
       FROM (SELECT j FROM "Project" j WHERE ${plan} AND 2567 = ANY ("fiscalYears") LIMIT 1) found, generate_series(1, 500) n`,
    );
    const half = { planId, fiscalYear: 2567, kind: 'SIX_MONTHS' };
    expect(await editor.isRefused('draftPlanReport', half)).toEqual(['INVALID_INPUT', 'planId']);
    await registry.rows(
      `SET session_replication_role = 'replica'; DELETE FROM "Project" WHERE ${plan} AND "sequenceNo" > 1000`,
    );
  });

  it('says when its source was changed since, and takes it over again', async () => {
    const [item] = report.items;
    await editor.does('correctProgress', {
      reportId: item?.progressReport?.id,
      expectedVersion: item?.progressReport?.version,
      progressPercent: 99,
      reason: 'พิมพ์ผิด',
    });
    expect((await again(report.id)).items.map(({ isSourceChanged }) => isSourceChanged).filter(Boolean)).toEqual([
      true,
    ]);
    await editor.does('editYearReportItem', {
      itemId: item?.id,
      expectedVersion: item?.version,
      suggestionsTh: 'เริ่มให้เร็วขึ้น',
    });
    const taken = await editor.does(
      'takeOverReportItem',
      { itemId: item?.id, expectedVersion: Number(item?.version) + 1 },
      'item { isSourceChanged progressPercent suggestionsTh }',
    );
    expect(taken.item).toEqual({ isSourceChanged: false, progressPercent: 99, suggestionsTh: 'เริ่มให้เร็วขึ้น' });
  });

  it('is submitted when it sums up and is signed, and lives to its edition; closing it closes the year of the plan', async () => {
    let now = await again(report.id);
    expect(now.missing.map(({ code }) => code)).toEqual(['REPORT_WITHOUT_SUMMARY', 'REPORT_WITHOUT_SIGNATURE']);
    expect((await approver.isRefused('submitYearReport', at(now)))[0]).toBe('INVALID_INPUT');
    expect(
      await editor.isRefused('editYearReport', {
        yearReportId: now.id,
        expectedVersion: now.version,
        signedOn: '2024-09-30',
        signedByPositionId: await headOf(),
      }),
    ).toEqual(['INVALID_INPUT', 'signedOn']);
    now = (
      await editor.does(
        'editYearReport',
        {
          yearReportId: now.id,
          expectedVersion: now.version,
          summaryTh: 'ดำเนินการครบถ้วน',
          signedByPositionId: await headOf(),
          signedOn: '2024-10-21',
        },
        fields,
      )
    ).yearReport;
    const step = async (who: Person, name: string, input: object = {}) => {
      now = (await who.does(name, { ...at(now), ...input }, fields)).yearReport;
      return now.status;
    };
    expect(await step(approver, 'submitYearReport')).toBe('SUBMITTED');
    expect(
      (
        await editor.isRefused('editYearReportItem', {
          itemId: now.items[0]?.id,
          expectedVersion: now.items[0]?.version,
          resultTh: 'อื่น',
        })
      )[0],
    ).toBe('ILLEGAL_TRANSITION');
    expect(await step(centre, 'approveYearReport')).toBe('APPROVED');
    expect(await step(approver, 'publishYearReport', { announcement: await announcementOf(approver.ask) })).toBe(
      'PUBLISHED',
    );
    const read = await registry.public(
      '{ editions(first: 1, where: {kind: {eq: YEAR_REPORT}, fiscalYear: {eq: 2567}}) { edges { node { titleTh content } } } }',
    );
    const edition = nodes(read.data.editions)[0];
    expect(JSON.parse(edition.content).items.length).toBe(report.items.length);
    expect(edition.titleTh).toBe('รายงานผลตามแผนรอบ 12 เดือน ปีงบประมาณ 2567 สำนักงานเขตตัวอย่าง ๑');
    expect(await step(approver, 'closeYearReport')).toBe('CLOSED');
    const [item] = now.items;
    const correction = { reportId: item?.progressReport?.id, expectedVersion: 2, progressPercent: 98, reason: 'แก้ไข' };
    expect((await editor.isRefused('correctProgress', correction))[0]).toBe('ILLEGAL_TRANSITION');
  });
});

describe('a submission to the national plan system', () => {
  const submission = 'planSubmission { id version round report { kind } }';

  it('counts its rounds for the plan and for each report that the centre approved, and is corrected with a reason', async () => {
    const made = await editor.does(
      'recordPlanSubmission',
      { planId, submittedOn: '2026-10-05', receiptNo: 'E-77' },
      submission,
    );
    expect(made.planSubmission).toMatchObject({ round: 2, report: null });
    const six = await reportOf('SIX_MONTHS');
    const sent = await editor.does(
      'recordPlanSubmission',
      { planId, yearReportId: six, submittedOn: '2026-10-06' },
      submission,
    );
    expect(sent.planSubmission).toMatchObject({ round: 2, report: { kind: 'SIX_MONTHS' } });
    const { id: submissionId, version: expectedVersion } = sent.planSubmission;
    const corrected = await editor.does(
      'correctPlanSubmission',
      { submissionId, expectedVersion, receiptNo: 'E-78', reason: 'ระบบออกเลขภายหลัง' },
      'planSubmission { receiptNo submittedOn }',
    );
    expect(corrected.planSubmission).toEqual({ receiptNo: 'E-78', submittedOn: '2026-10-06' });
  });

  it('is refused for a draft, for a report on something else, and with all that is wrong at once', async () => {
    const { id } = await draft(2569, 'SIX_MONTHS');
    const tried = (input: object) =>
      editor.isRefused('recordPlanSubmission', { planId, submittedOn: '2026-10-05', ...input });
    expect((await tried({ yearReportId: id }))[0]).toBe('ILLEGAL_TRANSITION');
    expect(await tried({ yearReportId: await reportOf('BRIBERY_RISKS') })).toEqual(['NOT_FOUND', 'yearReportId']);
    expect(await tried({ submittedOn: '2099-01-01', address: 'ftp://x' })).toEqual([
      'INVALID_INPUT',
      'submittedOn',
      'address',
    ]);
  });
});

const reportOf = async (kind: string): Promise<string> => {
  const { data } = await editor.ask(
    `{ planReports(first: 1, where: {status: {in: [APPROVED, SUBMITTED]}, kind: {eq: ${kind}}}) { edges { node { id } } } }`,
  );
  return nodes(data.planReports)[0].id;
};
