import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refreshFindings } from '@registry/api/findings/refresh-findings.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

const real = ['chomthong', 'thonburi', 'finance', 'health', 'maedong'];
const days = ['RISK_REVIEW_OVERDUE', 'MITIGATION_OVERDUE', 'MONTHLY_REPORT_MISSING', 'INDICATOR_WITHOUT_RESULT'];

let registry: Registry;

/** Puts all that came from the documents into a status, with an old assessment on one of its risks. */
async function stage(status: string): Promise<void> {
  const { superuser, app } = registry.database;
  await asSuperuser(
    superuser,
    `SET session_replication_role = 'replica';
 ${['Plan', 'SwotAnalysis', 'RiskRegister'].map((table) => `UPDATE "${table}" SET status = '${status}', "isAmendment" = ${status === 'AMENDING'}, "isImported" = ${status !== 'APPROVED'} WHERE origin = 'DOCUMENT'`).join(';')};
     UPDATE "RiskRegister" g SET "methodId" = m.id FROM "RiskMethod" m WHERE g.origin = 'DOCUMENT' AND m."isDefault";
     UPDATE "Risk" r SET level = 'EXTREME', "currentAssessmentId" = a.id
     FROM (SELECT * FROM "Assessment" WHERE level = 'EXTREME' LIMIT 1) a WHERE r.origin = 'DOCUMENT' AND r.code = (
       SELECT min(code) FROM "Risk" WHERE origin = 'DOCUMENT');
     INSERT INTO "Assessment" (id, "agencyId", "riskId", "methodId", phase, likelihood, impact, score, level, "justificationTh", "assessedOn")
       SELECT gen_random_uuid(), r."agencyId", r.id, g."methodId", 'INHERENT', 5, 5, 25, 'EXTREME', 'x', '2024-01-01'
       FROM "Risk" r JOIN "RiskRegister" g ON g.id = r."registerId" WHERE r.origin = 'DOCUMENT' AND r.level = 'EXTREME'
         AND NOT EXISTS (SELECT 1 FROM "Assessment" a WHERE a."riskId" = r.id);
     UPDATE "Risk" r SET "currentAssessmentId" = a.id FROM "Assessment" a WHERE a."riskId" = r.id AND r.origin = 'DOCUMENT'`,
  );
  await refreshFindings({ databaseUrl: app, onProgress: () => undefined });
}

beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const tasksOf = async (persona: string): Promise<any[]> => {
  const { data, errors } = await registry.as(persona)(
    '{ viewer { tasks(first: 100) { kind basis basisTh isOverdue dueOn subject { __typename ... on Finding { basis basisTh } } } } }',
  );
  expect(errors).toEqual([]);
  return data.viewer.tasks;
};

const findingsBy = async (basis: string): Promise<any[]> => {
  const { data, errors } = await registry.as('centre')(
    'query ($basis: RuleBasis) { findings(first: 100, where: { basis: { eq: $basis } }) { totalCount edges { node { code basis basisTh isComputed agency { code } } } } }',
    { basis },
  );
  expect(errors).toEqual([]);
  return nodes(data.findings);
};

const overdueOfDocuments = async () =>
  (
    await registry.rows<{ code: string }>(
      `SELECT f.code FROM "Finding" f JOIN "Agency" g ON g.id = f."agencyId" WHERE g.kind <> 'SAMPLE' AND f.code IN ('${days.join("','")}')`,
    )
  ).map(({ code }) => code);

const reviewsOf = async (persona: string): Promise<any[]> => {
  const { data, errors } = await registry.as(persona)(
    '{ risks(first: 50) { edges { node { code reviewDueOn reviewState } } } }',
  );
  expect(errors).toEqual([]);
  return nodes(data.risks);
};

describe.each([
  ['an agency whose data is only imported', 'IMPORTED'],
  ['an agency that amends what was imported, before the centre approves it', 'AMENDING'],
])('%s', (_, status) => {
  beforeAll(async () => stage(status));

  it('has no task that a rule of the registry makes due', async () => {
    for (const persona of real.flatMap((agency) => [`${agency}-editor`, `${agency}-approver`])) {
      const tasks = await tasksOf(persona);
      expect(tasks.filter(({ isOverdue, dueOn }) => isOverdue || dueOn !== null)).toEqual([]);
    }
  });

  it('has no finding that something is overdue, and owes no review and no report', async () => {
    expect(await overdueOfDocuments()).toEqual([]);
    const reviews = await reviewsOf('chomthong-editor');
    expect(reviews).toHaveLength(9);
    expect(new Set(reviews.map(({ reviewDueOn, reviewState }) => `${reviewDueOn} ${reviewState}`))).toEqual(
      new Set(['null NOT_OWED']),
    );
    const { data } = await registry.as('finance-editor')(
      '{ projects(first: 50) { edges { node { reportsDue { dueOn } } } } }',
    );
    expect(nodes(data.projects).flatMap(({ reportsDue }) => reportsDue)).toEqual([]);
  });

  it('is found by the state of its reviews, and by no other', async () => {
    const count = async (reviewState: string) => {
      const { data } = await registry.as('chomthong-editor')(
        'query ($of: RiskReviewState) { risks(first: 1, where: { reviewState: { eq: $of } }) { totalCount } }',
        { of: reviewState },
      );
      return data.risks.totalCount;
    };
    expect(await Promise.all(['NOT_OWED', 'OVERDUE', 'DUE_SOON', 'CURRENT'].map(count))).toEqual([9, 0, 0, 0]);
  });
});

describe('what asks for a task or a finding', () => {
  it('is said with its source, and that of a finding is that of its task', async () => {
    const tasks = [...(await tasksOf('sample-1-editor')), ...(await tasksOf('sample-1-approver'))];
    expect(tasks.length).toBeGreaterThan(5);
    for (const { kind, basis, basisTh, subject } of tasks) {
      expect(['LAW', 'DOCUMENT', 'REGISTRY_RULE']).toContain(basis);
      if (kind === 'FINDING_TO_RESOLVE') expect([basis, basisTh]).toEqual([subject.basis, subject.basisTh]);
      else expect(basisTh.includes('หลักเกณฑ์ของทะเบียน')).toBe(basis === 'REGISTRY_RULE');
    }
  });

  it('filters findings, each under one basis, and what was transcribed is by its document', async () => {
    const { data } = await registry.public('{ findingRules { code basis basisTh } }');
    const named = { LAW: 'พ.ร.บ.', DOCUMENT: 'หน่วยงาน', REGISTRY_RULE: 'หลักเกณฑ์ของทะเบียน' } as const;
    for (const { basis, basisTh } of data.findingRules) expect(basisTh).toContain(named[basis as keyof typeof named]);
    for (const basis of ['LAW', 'DOCUMENT', 'REGISTRY_RULE']) {
      const found = await findingsBy(basis);
      expect(found.filter((finding) => finding.basis !== basis)).toEqual([]);
      expect(found.filter(({ isComputed }) => !isComputed && basis !== 'DOCUMENT')).toEqual([]);
    }
    const counted = async (where: string) =>
      (await registry.as('centre')(`{ findings(first: 1${where}) { totalCount } }`)).data.findings.totalCount;
    const [all, ...parts] = await Promise.all(
      ['', 'LAW', 'DOCUMENT', 'REGISTRY_RULE'].map((basis) => counted(basis && `, where: { basis: { eq: ${basis} } }`)),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all);
  });
});

describe('once the agency has acted on its records', () => {
  it('the same rules of the registry apply to it', async () => {
    await stage('APPROVED');
    expect(await overdueOfDocuments()).toContain('RISK_REVIEW_OVERDUE');
    expect((await reviewsOf('chomthong-editor')).map(({ reviewState }) => reviewState)).toContain('OVERDUE');
    const due = (await tasksOf('chomthong-editor')).filter(({ isOverdue }) => isOverdue);
    expect(due.map(({ kind, basis }) => [kind, basis])).toContainEqual(['RISK_REVIEW_DUE', 'REGISTRY_RULE']);
  });
});
