import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { announcementOf } from '../kit/announcement.ts';
import type { Person } from '../kit/person.ts';
import type { Registry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';

type Row = { readonly id: string; readonly version: number };
type Random = () => number;
type Act = (agencyCode: string) => Promise<{ readonly errors: readonly unknown[] } | null>;

/** A number from 0 to 1, the same series for the same seed. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export const oneOf = <Each>(random: Random, list: readonly Each[]): Each => {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from.');
  return chosen;
};

const records = {
  Plan: 'Plan',
  RiskRegister: 'RiskRegister',
  SwotAnalysis: 'SwotAnalysis',
  YearReport: 'YearReport',
} as const;
type RecordType = keyof typeof records;

/** Acts of two agencies and of the centre, chosen at random: each changes rows of its own kind, and may be refused. */
export function randomActs(registry: Registry, random: Random) {
  const person = (agencyCode: string, role: string): Person => registry.person(`${agencyCode.toLowerCase()}-${role}`);
  const centre = registry.person('centre');
  let written = 0;
  const text = (): string => {
    written += 1;
    return `ข้อความ ${written} ${Math.floor(random() * 1e6)}`;
  };

  /** A row of a table of an agency, at its version, where `condition` holds; a record's version covers its parts. */
  async function row(table: string, agencyCode: string, condition = 'true'): Promise<Row | null> {
    const version =
      table in records ? 't.version + (SELECT number FROM "ContentRevision" c WHERE c.id = t.id)' : 't.version';
    const rows = await registry.rows<Row>(
      `SELECT t.id, ${version} AS version FROM "${table}" t JOIN "Agency" g ON g.id = t."agencyId" WHERE g.code = $1 AND ${condition} ORDER BY t.id DESC LIMIT 12`,
      [agencyCode],
    );
    return rows.length === 0 ? null : oneOf(random, rows);
  }

  /** An act of an editor on a row of a table. */
  const onRow =
    (table: string, act: string, idField: string, input: () => object, condition?: string): Act =>
    async (agencyCode) => {
      const found = await row(table, agencyCode, condition);
      if (!found) return null;
      const expectedVersion = /^(add|draft)/.test(act) ? {} : { expectedVersion: found.version };
      return person(agencyCode, 'editor').tries(act, {
        [idField]: encodeGlobalId(table, found.id),
        ...expectedVersion,
        ...input(),
      });
    };

  /** A step of a record's life by whoever takes it. */
  const step =
    (table: RecordType, act: string, by: 'approver' | 'editor' | 'centre', from: string, more: object = {}): Act =>
    async (agencyCode) => {
      const found = await row(table, agencyCode, `t.status IN (${from})`);
      if (!found) return null;
      const who = by === 'centre' ? centre : person(agencyCode, by);
      const announcement = act.startsWith('publish')
        ? await announcementOf(registry.as(`${agencyCode.toLowerCase()}-approver`))
        : {};
      const id = encodeGlobalId(table, found.id);
      return who.tries(act, { id, expectedVersion: found.version, ...announcement, ...more });
    };

  const open = `t.status IN ('DRAFT', 'AMENDING')`;
  const area = () => oneOf(random, ['INSPECTION', 'PROCUREMENT', 'LICENSING', 'REGISTRATION']);
  const factors = [
    { quadrant: 'STRENGTH', factor: 'SKILL' },
    { quadrant: 'WEAKNESS', factor: 'STAFF' },
    { quadrant: 'OPPORTUNITY', factor: 'LEGAL' },
    { quadrant: 'THREAT', factor: 'POLITICAL' },
  ];
  const addItem = onRow(
    'SwotAnalysis',
    'addSwotItem',
    'analysisId',
    () => ({ ...oneOf(random, factors), textTh: text() }),
    open,
  );
  let year = 2585;

  const acts: Readonly<Record<string, Act>> = {
    draftRiskRegister: (agencyCode) => {
      year += 1;
      return person(agencyCode, 'editor').tries('draftRiskRegister', { fiscalYear: year });
    },
    addRisk: onRow(
      'RiskRegister',
      'addRisk',
      'registerId',
      () => ({ titleTh: text(), processArea: area(), corruptionTypes: ['BRIBERY'], causes: [{ textTh: text() }] }),
      open,
    ),
    editRisk: onRow('Risk', 'editRisk', 'riskId', () => ({
      titleTh: text(),
      processArea: area(),
      causes: [{ textTh: text() }, { textTh: text() }],
    })),
    unnoteRisk: onRow('Risk', 'editRisk', 'riskId', () => ({
      noteTh: random() < 0.5 ? null : text(),
      corruptionTypes: [],
    })),
    removeRisk: onRow('Risk', 'removeRisk', 'riskId', () => ({})),
    assessRisk: onRow('Risk', 'assessRisk', 'riskId', () => ({
      phase: 'INHERENT',
      likelihood: oneOf(random, [1, 2, 3, 4, 5]),
      impact: oneOf(random, [1, 2, 3, 4, 5]),
      justificationTh: text(),
    })),
    addMitigation: onRow('Risk', 'addMitigation', 'riskId', () => ({
      measureTh: text(),
      strategy: 'TREAT',
      dueOn: dayFromToday(60),
      budgetAmount: '1500.50',
    })),
    editMitigation: onRow('Mitigation', 'editMitigation', 'mitigationId', () => ({
      measureTh: text(),
      dueOn: dayFromToday(90),
    })),
    reportMitigationProgress: onRow('Mitigation', 'reportMitigationProgress', 'mitigationId', () => ({
      progressPercent: oneOf(random, [10, 40, 70]),
    })),
    completeMitigation: onRow('Mitigation', 'completeMitigation', 'mitigationId', () => ({})),
    removeMitigation: onRow('Mitigation', 'removeMitigation', 'mitigationId', () => ({})),
    addControl: onRow('Risk', 'addControl', 'riskId', () => ({ textTh: text(), effectiveness: 'FAIR' })),
    editControl: onRow('Control', 'editControl', 'controlId', () => ({ textTh: text(), effectiveness: 'GOOD' })),
    removeControl: onRow('Control', 'removeControl', 'controlId', () => ({})),
    draftPlan: (agencyCode) =>
      person(agencyCode, 'editor').tries('draftPlan', {
        titleTh: text(),
        fiscalYearFrom: 2570,
        fiscalYearTo: 2571,
        statements: [],
      }),
    editPlan: onRow('Plan', 'editPlan', 'planId', () => ({ titleTh: text() }), open),
    addProject: onRow(
      'Plan',
      'addProject',
      'planId',
      () => ({
        kind: 'PROJECT',
        titleTh: text(),
        fiscalYears: [2570],
        place: { dimension: 1 },
        steps: [{ textTh: text() }],
        budgetLines: [{ fiscalYear: 2570, status: 'BUDGETED', amount: '1000.25' }],
      }),
      open,
    ),
    editProject: onRow('Project', 'editProject', 'projectId', () => ({
      titleTh: text(),
      steps: [{ textTh: text() }],
      budgetLines: [{ fiscalYear: 2570, status: 'BUDGETED', amount: '99.00' }],
    })),
    removeProject: onRow('Project', 'removeProject', 'projectId', () => ({})),
    discardPlan: onRow('Plan', 'discardPlan', 'planId', () => ({}), open),
    draftSwotAnalysis: (agencyCode) => {
      year += 1;
      return person(agencyCode, 'editor').tries('draftSwotAnalysis', { fiscalYear: year });
    },
    addSwotItem: addItem,
    addSwotItemToo: addItem,
    editSwotItem: onRow('SwotItem', 'editSwotItem', 'itemId', () => ({ textTh: text() })),
    removeSwotItem: onRow('SwotItem', 'removeSwotItem', 'itemId', () => ({})),
    submitSwotAnalysis: step('SwotAnalysis', 'submitSwotAnalysis', 'approver', `'DRAFT', 'AMENDING'`),
    returnSwotAnalysis: step('SwotAnalysis', 'returnSwotAnalysis', 'centre', `'SUBMITTED'`, { comment: 'โปรดแก้ไข' }),
    reviseSwotAnalysis: step('SwotAnalysis', 'reviseSwotAnalysis', 'editor', `'RETURNED'`),
    approveSwotAnalysis: step('SwotAnalysis', 'approveSwotAnalysis', 'centre', `'SUBMITTED'`),
    publishSwotAnalysis: step('SwotAnalysis', 'publishSwotAnalysis', 'approver', `'APPROVED'`),
    amendSwotAnalysis: step('SwotAnalysis', 'amendSwotAnalysis', 'approver', `'APPROVED', 'PUBLISHED'`, {
      reason: 'ปรับปรุง',
    }),
    amendRiskRegister: step('RiskRegister', 'amendRiskRegister', 'approver', `'APPROVED', 'PUBLISHED', 'IMPORTED'`, {
      reason: 'ปรับปรุง',
    }),
    submitRiskRegister: step('RiskRegister', 'submitRiskRegister', 'approver', `'DRAFT', 'AMENDING'`),
    returnRiskRegister: step('RiskRegister', 'returnRiskRegister', 'centre', `'SUBMITTED'`, { comment: 'โปรดแก้ไข' }),
    reviseRiskRegister: step('RiskRegister', 'reviseRiskRegister', 'editor', `'RETURNED'`),
    amendPlan: step('Plan', 'amendPlan', 'approver', `'APPROVED', 'PUBLISHED', 'IMPORTED'`, { reason: 'ปรับปรุง' }),
    submitPlan: step('Plan', 'submitPlan', 'approver', `'DRAFT', 'AMENDING'`),
    returnPlan: step('Plan', 'returnPlan', 'centre', `'SUBMITTED'`, { comment: 'โปรดแก้ไข' }),
    revisePlan: step('Plan', 'revisePlan', 'editor', `'RETURNED'`),
    draftPlanReport: onRow('Plan', 'draftPlanReport', 'planId', () => ({
      fiscalYear: oneOf(random, [2566, 2567, 2568]),
      kind: oneOf(random, ['SIX_MONTHS', 'TWELVE_MONTHS']),
    })),
    editYearReport: onRow('YearReport', 'editYearReport', 'yearReportId', () => ({ summaryTh: text() }), open),
    editYearReportItem: onRow('YearReportItem', 'editYearReportItem', 'itemId', () => ({ resultTh: text() })),
    discardYearReport: onRow('YearReport', 'discardYearReport', 'yearReportId', () => ({}), open),
    amendYearReport: step('YearReport', 'amendYearReport', 'approver', `'APPROVED', 'PUBLISHED'`, { reason: 'ปรับปรุง' }),
    addUnit: (agencyCode) =>
      person(agencyCode, 'agency-admin').tries('addUnit', { code: `U${written}`, nameTh: text() }),
    editUnit: async (agencyCode) => {
      const found = await row('Unit', agencyCode);
      return (
        found &&
        person(agencyCode, 'agency-admin').tries('editUnit', {
          unitId: encodeGlobalId('Unit', found.id),
          expectedVersion: found.version,
          nameTh: text(),
        })
      );
    },
  };

  const done = new Map<string, number>();
  return {
    /** How often each act succeeded. */
    done,
    /** Does acts until so many have succeeded. */
    async perform(count: number): Promise<void> {
      for (let succeeded = 0; succeeded < count; ) {
        const [name, act] = oneOf(random, Object.entries(acts));
        const answer = await act(oneOf(random, ['SAMPLE-1', 'SAMPLE-2']));
        if (!answer || answer.errors.length > 0) continue;
        succeeded += 1;
        done.set(name, (done.get(name) ?? 0) + 1);
      }
    },
  };
}
