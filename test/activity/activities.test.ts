import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday, today } from '../kit/today.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const training = { kind: 'TRAINING', titleTh: 'อบรม', fiscalYear: 2570, heldFrom: '2026-11-02' };
const shown = 'activity { id version status openActs percent { of value } publishedOn publicationChannels }';

/** Adds an activity as the editor, and hands it on. */
const added = async (input: object = {}) =>
  (await registry.person('sample-1-editor').does('addIntegrityActivity', { ...training, ...input }, shown)).activity;

const step = async (act: string, { id, version }: { id: string; version: number }, more: object = {}) =>
  (await registry.person('sample-1-approver').does(act, { entryId: id, expectedVersion: version, ...more }, shown))
    .activity;

const seenBy = async (persona: string, id: string) =>
  (
    await registry.as(persona)('query ($id: ID!) { node(id: $id) { ... on IntegrityActivity { status titleTh } } }', {
      id,
    })
  ).data.node;

describe('an activity', () => {
  it('is drafted by an editor, confirmed, published and corrected by an approver, and hides nothing once confirmed', async () => {
    const draft = await added({ invitedCount: 30, attendedCount: 27, passedCount: 25 });
    expect(draft).toMatchObject({
      status: 'DRAFT',
      openActs: [],
      percent: { of: 'PASSED_OF_ATTENDED', value: '92.59' },
    });
    expect([await seenBy('centre', draft.id), await seenBy('sample-2-editor', draft.id)]).toEqual([null, null]);

    const recorded = await step('recordIntegrityActivity', draft);
    expect(recorded).toMatchObject({ status: 'RECORDED', openActs: ['PUBLISH', 'CORRECT'] });
    expect(await seenBy('analyst', draft.id)).toMatchObject({ status: 'RECORDED' });
    const editor = registry.person('sample-1-editor');
    const edit = { activityId: draft.id, expectedVersion: recorded.version, titleTh: 'อื่น' };
    expect(await editor.isRefused('editIntegrityActivity', edit)).toEqual(['ILLEGAL_TRANSITION']);

    const place = { publishedOn: '2026-11-09', channels: ['WEBSITE'], address: 'https://example.go.th/1' };
    const published = await step('publishIntegrityActivity', recorded, place);
    expect(published).toMatchObject({
      status: 'PUBLISHED',
      publishedOn: '2026-11-09',
      publicationChannels: ['WEBSITE'],
    });

    const opened = await step('correctIntegrityActivity', published, { reason: 'จำนวนผู้เข้าร่วมผิด' });
    expect(await seenBy('centre', draft.id)).toEqual({ status: 'CORRECTING', titleTh: 'อบรม' });
    await editor.does('editIntegrityActivity', { ...edit, expectedVersion: opened.version }, shown);
    expect(await seenBy('centre', draft.id)).toEqual({ status: 'CORRECTING', titleTh: 'อื่น' });
    const gone = { entryId: draft.id, expectedVersion: opened.version + 1 };
    expect(await editor.isRefused('discardIntegrityActivity', gone)).toEqual(['ILLEGAL_TRANSITION']);
    await step('recordIntegrityActivity', { id: draft.id, version: opened.version + 1 });
  });

  it('that nobody confirmed is discarded; one seen in an older version is not moved', async () => {
    const draft = await added();
    const input = { entryId: draft.id, expectedVersion: draft.version };
    const old = { ...input, expectedVersion: draft.version + 1 };
    expect(await registry.person('sample-1-approver').isRefused('recordIntegrityActivity', old)).toEqual(['CONFLICT']);
    const { removedId } = await registry.person('sample-1-editor').does('discardIntegrityActivity', input, 'removedId');
    expect([removedId, await seenBy('sample-1-editor', draft.id)]).toEqual([draft.id, null]);
  });

  it('is confirmed once it has been held', async () => {
    const ahead = await added({ heldFrom: dayFromToday(90) });
    const input = { entryId: ahead.id, expectedVersion: ahead.version };
    expect(await registry.person('sample-1-approver').isRefused('recordIntegrityActivity', input)).toEqual([
      'INVALID_INPUT',
      'heldFrom',
    ]);
  });
});

describe('what is wrong with an activity', () => {
  const problemsOf = async (input: object, language = 'en') => {
    const { errors } = await registry.as('sample-1-editor')(
      'mutation ($input: AddIntegrityActivityInput!) { addIntegrityActivity(input: $input) { activity { id } } }',
      { input: { ...training, ...input } },
      { 'accept-language': language },
    );
    return (errors[0]?.extensions.fields ?? []) as { field: string; code?: string; message: string }[];
  };
  const codesOf = async (input: object) => (await problemsOf(input)).map(({ field, code }) => `${field} ${code}`);

  it('is told all at once, in Thai and in English', async () => {
    const wrong = {
      heldFrom: '2026-09-30',
      heldTo: '2026-09-01',
      invitedCount: -1,
      attendedCount: 3,
      passedCount: 4,
      respondentCount: 2,
      evidenceUrls: ['http://example.go.th', 'ไม่ใช่ที่อยู่'],
    };
    expect(await codesOf(wrong)).toEqual([
      'evidenceUrls[0] NOT_AN_ADDRESS',
      'evidenceUrls[1] NOT_AN_ADDRESS',
      'respondentCount NOT_OF_THIS_KIND',
      'heldFrom OUTSIDE_THE_YEAR',
      'heldTo OUTSIDE_THE_YEAR',
      'heldTo ENDS_BEFORE_IT_BEGINS',
      'invitedCount BELOW_ZERO',
      'passedCount PASSED_ABOVE_ATTENDED',
    ]);
    const [th] = await problemsOf({ passedCount: 2 }, 'th');
    expect(th?.message).toContain('จำนวนผู้เข้าร่วม');
  });

  it.each([
    [{ kind: 'SURVEY', passedCount: 1 }, ['passedCount NOT_OF_THIS_KIND', 'attendedCount PASSED_WITHOUT_ATTENDED']],
    [{ kind: 'SURVEY', averageScore: '6', scoreMax: '5' }, ['averageScore SCORE_OFF_THE_SCALE']],
    [{ kind: 'SURVEY', averageScore: '4' }, ['scoreMax NO_SCALE']],
    [{ kind: 'CAMPAIGN', percentPrinted: '80' }, ['percentPrinted NOT_OF_THIS_KIND']],
  ])('is told of %j', async (input, codes) => {
    expect(await codesOf(input)).toEqual(codes);
  });

  it('is a project of another agency, which is as one that does not exist', async () => {
    const [other] = await registry.rows<{ id: string }>(
      `SELECT p.id FROM "Project" p JOIN "Agency" g ON g.id = p."agencyId" WHERE g.code = 'SAMPLE-2' LIMIT 1`,
    );
    const projectId = Buffer.from(`Project:${other?.id}`).toString('base64url');
    const editor = registry.person('sample-1-editor');
    expect(await editor.isRefused('addIntegrityActivity', { ...training, projectId })).toEqual([
      'NOT_FOUND',
      'projectId',
    ]);
  });
});

describe('activities together', () => {
  it('are one list, of which trainings are a view', async () => {
    const { data } = await registry.as('centre')(
      `{ activities(first: 1) { totalCount } trainings(first: 100) { totalCount edges { node { kind } } }
         ofKind: activities(first: 1, where: { kind: { eq: TRAINING } }) { totalCount } }`,
    );
    expect(data.trainings.totalCount).toBe(data.ofKind.totalCount);
    expect(new Set(data.trainings.edges.map((each: { node: { kind: string } }) => each.node.kind))).toEqual(
      new Set(['TRAINING']),
    );
    expect(data.activities.totalCount).toBeGreaterThan(data.trainings.totalCount);
  });

  it('are counted by kind, quarter and unit, with those who came', async () => {
    const { data } = await registry.as('centre')(
      `{ activitiesGrouped(groupBy: [kind, heldQuarter], where: { fiscalYear: { eq: 2569 } }, first: 100) {
         groups { keys { kind } labels { th } count sum { attendedCount } } } }`,
    );
    const meetings = data.activitiesGrouped.groups.filter(
      ({ keys }: { keys: { kind: string } }) => keys.kind === 'PUBLIC_MEETING',
    );
    expect(meetings).toHaveLength(1);
    expect(Number(meetings[0].sum.attendedCount)).toBeGreaterThan(100);
  });

  it('show at the indicator that they measure, and write no progress', async () => {
    const { data } = await registry.as('sample-1-editor')(
      `{ trainings(first: 1, where: { fiscalYear: { eq: 2569 }, project: { sequenceNo: { eq: 1 } } }) { edges { node { project {
         indicators { textTh measured(first: 5) { edges { node { titleTh percent { value } } } } } } } } } }`,
    );
    const [first] = data.trainings.edges;
    const measured = first.node.project.indicators.flatMap(
      (each: { measured: { edges: unknown[] } }) => each.measured.edges,
    );
    expect(measured.length).toBeGreaterThan(1);
  });

  it('are offered as the value of their indicator: the latest that is confirmed until the end of a quarter', async () => {
    const { data } = await registry.as('sample-1-editor')(
      `{ plans(first: 1) { edges { node { projects(first: 1) { edges { node { id indicators { id } } } } } } } }`,
    );
    const [{ node: project }] = data.plans.edges[0].node.projects.edges;
    const [{ id: indicatorId }] = project.indicators;
    const serving = { projectId: project.id, indicatorId, fiscalYear: 2566 };
    const held = async (heldFrom: string, passedCount: number) =>
      step('recordIntegrityActivity', await added({ ...serving, heldFrom, attendedCount: 10, passedCount }));
    await held('2022-11-10', 7);
    await held('2023-02-10', 9);
    await added({ ...serving, heldFrom: '2023-03-10', attendedCount: 10, passedCount: 1 });
    const offered = async (quarter: number) =>
      registry.as('sample-1-editor')(
        `query ($id: ID!) { node(id: $id) { ... on Indicator { measuredValue(fiscalYear: 2566, quarter: ${quarter}) { value activity { heldFrom } } } } }`,
        { id: indicatorId },
      );
    const values = await Promise.all(
      [1, 2, 4].map(async (quarter) => (await offered(quarter)).data.node.measuredValue),
    );
    expect(values.map(({ value, activity }) => [Number(value), activity.heldFrom])).toEqual([
      [70, '2022-11-10'],
      [90, '2023-02-10'],
      [90, '2023-02-10'],
    ]);
    expect((await offered(5)).errors[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'quarter' }],
    });
  });
});

describe('what is found on activities', () => {
  it('is a printed percentage that the numbers do not give, and a result below its threshold', async () => {
    const { data } = await registry.as('centre')(
      `{ findings(first: 100, where: { code: { in: ["ACTIVITY_PERCENT_DIFFERS", "ACTIVITY_BELOW_THRESHOLD", "ACTIVITY_ATTENDANCE_BELOW_TARGET"] } }) {
         edges { node { code printed computed messageTh } } } }`,
    );
    const found = data.findings.edges.map(({ node }: { node: { code: string } }) => node.code);
    console.info(`${found.length} findings on sample activities`);
    expect(new Set(found)).toEqual(
      new Set(['ACTIVITY_PERCENT_DIFFERS', 'ACTIVITY_BELOW_THRESHOLD', 'ACTIVITY_ATTENDANCE_BELOW_TARGET']),
    );
  });

  it('follows an act at once, and is gone when it is corrected', async () => {
    const draft = await added({ titleTh: 'อบรมที่พิมพ์ผิด', invitedCount: 3, attendedCount: 2, percentPrinted: 'ร้อยละ ๗๐' });
    const recorded = await step('recordIntegrityActivity', draft);
    const count = async () =>
      (
        await registry.as('sample-1-editor')(
          '{ findings(first: 1, where: { code: { eq: "ACTIVITY_PERCENT_DIFFERS" }, messageTh: { contains: "อบรมที่พิมพ์ผิด" } }) { totalCount } }',
        )
      ).data.findings.totalCount;
    expect(await count()).toBe(1);
    const opened = await step('correctIntegrityActivity', recorded, { reason: 'พิมพ์ผิด' });
    const right = { activityId: draft.id, expectedVersion: opened.version, percentPrinted: '๖๖.๖๗' };
    await registry.person('sample-1-editor').does('editIntegrityActivity', right, shown);
    expect(await count()).toBe(0);
  });

  it('waits for the approver while a held activity is a draft', async () => {
    const { data } = await registry.as('sample-2-approver')(
      '{ viewer { tasks(first: 100, kinds: [ACTIVITY_TO_RECORD]) { titleTh } } }',
    );
    const held = await registry.rows<{ titleTh: string }>(
      `SELECT a."titleTh" FROM "IntegrityActivity" a JOIN "Agency" g ON g.id = a."agencyId"
       WHERE g.code = 'SAMPLE-2' AND a.status = 'DRAFT' AND coalesce(a."heldTo", a."heldFrom") <= ${today}`,
    );
    expect(held).not.toEqual([]);
    const words = (task: { titleTh: string }) => task.titleTh.replace('ยืนยันกิจกรรม: ', '');
    expect(data.viewer.tasks.map(words).sort()).toEqual(held.map(({ titleTh }) => titleTh).sort());
  });
});
