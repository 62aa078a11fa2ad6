import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import type { Person } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { uuidOf } from './reports.ts';

let registry: Registry;
let editor: Person;
beforeAll(async () => {
  registry = await startRegistry();
  editor = registry.person('sample-1-editor');
});
afterAll(async () => registry.stop());

const registerOf = async (year: number): Promise<string> => {
  const { data } = await editor.ask(
    `{ riskRegisters(first: 1, where: {fiscalYear: {eq: ${year}}}) { edges { node { id } } } }`,
  );
  return nodes(data.riskRegisters)[0].id;
};

describe('a report on the bribery risks of a year', () => {
  it('takes over each bribery risk with its measures and its level before and after, once', async () => {
    const registerId = await registerOf(2569);
    const { yearReport } = await editor.does(
      'draftBriberyReport',
      { riskRegisterId: registerId },
      'yearReport { kind fiscalYear items { risk { level corruptionTypes mitigations { id } } levelBefore levelAfter measures { id version status isSourceChanged } } }',
    );
    expect(yearReport).toMatchObject({ kind: 'BRIBERY_RISKS', fiscalYear: 2569 });
    expect(yearReport.items.length).toBeGreaterThan(0);
    for (const { risk, levelAfter, measures } of yearReport.items) {
      expect(risk.corruptionTypes).toContain('BRIBERY');
      expect(levelAfter).toBe(risk.level);
      expect(measures.length).toBe(risk.mitigations.length);
    }
    const [measure] = yearReport.items.flatMap(
      ({ measures }: { measures: { id: string; version: number }[] }) => measures,
    );
    const { measure: said } = await editor.does(
      'editYearReportMeasure',
      { measureId: measure.id, expectedVersion: measure.version, doneTh: 'ติดตั้งระบบคิว', leftTh: 'ขยายทุกฝ่าย' },
      'measure { doneTh leftTh isSourceChanged }',
    );
    expect(said).toEqual({ doneTh: 'ติดตั้งระบบคิว', leftTh: 'ขยายทุกฝ่าย', isSourceChanged: false });
    expect(await editor.isRefused('draftBriberyReport', { riskRegisterId: registerId })).toEqual([
      'INVALID_INPUT',
      'riskRegisterId',
    ]);
  });

  it('keeps the risks and mitigations that it tells of', async () => {
    const [risk] = await registry.rows<{ id: string; version: number }>(
      `SELECT k.id, k.version FROM "YearReportItem" i JOIN "Risk" k ON k.id = i."riskId" JOIN "Agency" g ON g.id = i."agencyId" AND g.code = 'SAMPLE-1'
       WHERE k."fiscalYear" = 2569 LIMIT 1`,
    );
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "RiskRegister" SET status = 'AMENDING' WHERE id = '${uuidOf(await registerOf(2569))}'`,
    );
    const refused = await editor.isRefused('removeRisk', {
      riskId: encodeGlobalId('Risk', risk?.id ?? ''),
      expectedVersion: risk?.version,
    });
    expect(refused).toEqual(['INVALID_INPUT', 'riskId']);
  });
});
