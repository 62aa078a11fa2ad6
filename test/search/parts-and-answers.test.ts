import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { dayFromToday } from '../kit/today.ts';
import { roundOf } from '../oit/oit-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry({ responseCacheMb: 0 });
});
afterAll(async () => registry.stop());

/** Which kinds of records a person finds by a text, each with the fields in which it was found. */
async function found(persona: string, text: string): Promise<string[]> {
  const { data, errors } = await registry.as(persona)(
    'query ($text: String!) { search(text: $text, first: 100) { edges { node { __typename } highlights { field } } } }',
    { text },
  );
  expect(errors).toEqual([]);
  const told = data.search.edges.map(({ node, highlights }: any) =>
    [node.__typename, ...highlights.map(({ field }: any) => field)].join(' '),
  );
  return [...new Set<string>(told)].sort();
}

/** Writes as an agency does, past the acts: its triggers keep what is searched. */
const write = (agency: string, statement: string) =>
  registry.rows(
    `SELECT set_config('app.agency', (SELECT id::text FROM "Agency" WHERE code = '${agency}'), false), set_config('app.act', 'test', false),
       set_config('app.account', (SELECT id::text FROM "Account" LIMIT 1), false); ${statement}`,
  );

describe('what internal audits observed', () => {
  it('is found by the agency, and by nobody else', async () => {
    const [row] = await registry.rows(
      `SELECT o."observationTh" AS text FROM "AuditObservation" o JOIN "Agency" a ON a.id = o."agencyId" WHERE a.code = 'SAMPLE-1' LIMIT 1`,
    );
    const [text] = String(row?.text).split(' ');
    const observations = async (persona: string) =>
      (await found(persona, text ?? '')).filter((each) => each.startsWith('AuditObservation observationTh')).length;
    expect([await observations('centre'), await observations('analyst')]).toEqual([0, 0]);
    expect(await observations('sample-1-viewer')).toBeGreaterThan(0);
  });
});

describe('an item of the OIT', () => {
  it('is found by its checklist and by its answer once it is answered, and no longer when the answer is withdrawn', async () => {
    await roundOf(registry, 2575, { OIT_ANSWERS: [-1, 9] });
    const editor = registry.person('sample-1-editor');
    const { data } = await editor.ask(
      '{ oitItems(first: 1, where: { fiscalYear: { eq: 2575 } }) { edges { node { id version } } } }',
    );
    const [{ node }] = data.oitItems.edges;
    const answer = { oitItemId: node.id, expectedVersion: node.version, address: 'https://example.go.th/zzyzx' };
    const published = { publishedOn: dayFromToday(-1) };
    const answered = await editor.does(
      'answerOitItem',
      { ...answer, ...published, noteTh: 'ตอบด้วยคำพิเศษยิ่งยวด' },
      'oitItem { id version }',
    );
    expect(await found('sample-1-viewer', 'คำพิเศษยิ่งยวด')).toEqual(['OitItem noteTh']);
    expect(await found('sample-2-viewer', 'คำพิเศษยิ่งยวด')).toEqual([]);
    const { id, version } = answered.oitItem;
    await editor.does('withdrawOitAnswer', { oitItemId: id, expectedVersion: version });
    expect(await found('sample-1-viewer', 'คำพิเศษยิ่งยวด')).toEqual([]);
  });
});

describe('a record', () => {
  it('is found by the parts that say what it is about: a committee by its positions, a result by its parts', async () => {
    await write(
      'SAMPLE-1',
      `UPDATE "Position" SET "titleTh" = 'ผู้ตรวจการมหัศจรรย์' WHERE id = (SELECT "positionId" FROM "CommitteeMember" WHERE "agencyId" = app.agency() LIMIT 1);
       UPDATE "GuidelineResultPart" SET "textTh" = 'ข้อย่อยมหัศจรรย์' WHERE id = (SELECT p.id FROM "GuidelineResultPart" p WHERE p."agencyId" = app.agency() LIMIT 1)`,
    );
    expect(await found('sample-1-viewer', 'ผู้ตรวจการมหัศจรรย์')).toEqual(['Committee']);
    const [part] = await registry.rows(
      `SELECT count(*)::int AS n FROM "GuidelineResultPart" WHERE "textTh" = 'ข้อย่อยมหัศจรรย์'`,
    );
    expect(await found('sample-1-viewer', 'ข้อย่อยมหัศจรรย์')).toEqual(part?.n > 0 ? ['GuidelineResult'] : []);
  });

  it('of a year report is found by what it says was done', async () => {
    await write(
      'SAMPLE-1',
      `UPDATE "YearReportItem" SET "resultTh" = 'ผลอันน่ามหัศจรรย์' WHERE id = (SELECT i.id FROM "YearReportItem" i WHERE i."agencyId" = app.agency() AND i."titleTh" NOT LIKE '%ผล%' ORDER BY i.id LIMIT 1)`,
    );
    expect(await found('sample-1-viewer', 'ผลอันน่ามหัศจรรย์')).toEqual(['YearReportItem resultTh']);
  });
});
