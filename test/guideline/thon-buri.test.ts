import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

type Part = { number: number; textTh: string; textEn: string; reportYear: number | null; frequency: string | null };
type Entry = Part & {
  fiscalYear: number;
  indicatorNumber: number;
  isNumbered: boolean;
  operator: string | null;
  threshold: string | null;
  unit: string | null;
  unitTh: string | null;
  systemNamed: string | null;
  listCount: number | null;
  responsibleUnit: unknown;
  responsiblePosition: unknown;
  evidenceUrls: string[];
  status: string;
  sourceDocument: string;
  parts: Part[];
  indicator: { number: number; nameTh: string; instrumentCode: string };
  previousAssessment?: unknown;
};

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const asked = '(first: 100, where: {agency: {code: {eq: "BMA-THONBURI"}}, fiscalYear: {eq: 2564}})';
const shared =
  'fiscalYear indicatorNumber number textTh textEn status sourceDocument indicator { number nameTh instrumentCode }';

/** The facts that were transcribed from document 004, as the data of the seed has them. */
const transcribed = async () =>
  JSON.parse(await readFile(new URL('../../packages/seed/data/results.json', import.meta.url), 'utf8'));

it('answers every count, number and text of the report of document 004, in its order', async () => {
  const { data } = await registry.as('thonburi-viewer')(`{
    guidelines${asked} { totalCount edges { node { ${shared} previousAssessment { fiscalYear gradePrinted totalPrinted } } } }
    indicatorResults${asked} { totalCount edges { node { ${shared} isNumbered frequency operator threshold unit unitTh systemNamed listCount
      responsibleUnit { nameTh } responsiblePosition { titleTh } evidenceUrls parts { number textTh textEn reportYear frequency } } } } }`);
  const guidelines: Entry[] = nodes(data.guidelines);
  const results: Entry[] = nodes(data.indicatorResults);
  const report = await transcribed();
  let compared = 0;
  const wrong: string[] = [];
  const same = (what: string, said: unknown, printed: unknown) => {
    compared += 1;
    if (JSON.stringify(said ?? null) !== JSON.stringify(printed ?? null))
      wrong.push(`${what}: ${JSON.stringify(said)} instead of ${JSON.stringify(printed)}`);
  };
  same('guidelines', data.guidelines.totalCount, 13);
  same('results', data.indicatorResults.totalCount, 29);
  same('indicators', new Set(results.map(({ indicatorNumber }) => indicatorNumber)).size, 10);
  const perIndicator = (entries: Entry[]) =>
    report.indicators.map(
      ({ number }: { number: number }) => entries.filter((each) => each.indicatorNumber === number).length,
    );
  same('guidelines per indicator', perIndicator(guidelines), [1, 1, 2, 1, 3, 1, 1, 1, 1, 1]);
  same('results per indicator', perIndicator(results), [8, 2, 2, 4, 4, 2, 3, 2, 1, 1]);
  same(
    'order of guidelines',
    guidelines.map(({ indicatorNumber, number }) => [indicatorNumber, number]),
    report.indicators.flatMap((each: any) => each.guidelines.map(({ no }: any) => [each.number, no])),
  );
  same(
    'order of results',
    results.map(({ indicatorNumber, number }) => [indicatorNumber, number]),
    report.indicators.flatMap((each: any) => each.results.map(({ no }: any) => [each.number, no])),
  );
  for (const indicator of report.indicators) {
    const of = (entries: Entry[], no: number) =>
      entries.find((each) => each.indicatorNumber === indicator.number && each.number === no);
    for (const printed of indicator.guidelines) {
      const said = of(guidelines, printed.no);
      for (const key of ['textTh', 'textEn'] as const)
        same(`guideline ${indicator.number}.${printed.no} ${key}`, said?.[key], printed[key]);
    }
    for (const printed of indicator.results) {
      const said = of(results, printed.no);
      const where = `result ${indicator.number}.${printed.no}`;
      same(
        `${where} indicator`,
        [said?.indicator.number, said?.indicator.nameTh, said?.indicator.instrumentCode],
        [indicator.number, indicator.titleTh, indicator.instrument],
      );
      same(`${where} threshold`, said?.threshold === null ? null : Number(said?.threshold), printed.threshold);
      same(`${where} is numbered`, said?.isNumbered, printed.isNumbered ?? true);
      for (const key of [
        'textTh',
        'textEn',
        'frequency',
        'operator',
        'unit',
        'unitTh',
        'systemNamed',
        'listCount',
      ] as const)
        same(`${where} ${key}`, said?.[key], printed[key]);
      same(
        `${where} what it does not say`,
        [said?.responsibleUnit, said?.responsiblePosition, said?.evidenceUrls],
        [null, null, []],
      );
      same(`${where} sub-items`, said?.parts.length, printed.children.length);
      for (const child of printed.children) {
        const part = said?.parts.find(({ number }) => number === child.no);
        for (const key of ['textTh', 'textEn', 'reportYear', 'frequency'] as const)
          same(`${where} ${child.no} ${key}`, part?.[key], child[key]);
      }
    }
  }
  const { previousIta } = report;
  for (const { previousAssessment } of guidelines)
    same('assessment of the year before', previousAssessment, {
      fiscalYear: previousIta.fiscalYear,
      gradePrinted: previousIta.grade,
      totalPrinted: previousIta.scorePrinted,
    });
  for (const entry of [...guidelines, ...results])
    same('source', [entry.status, entry.sourceDocument, entry.fiscalYear], ['IMPORTED', '004', 2564]);
  console.info(
    `document 004: ${compared} facts compared, ${wrong.length} wrong (${Math.floor((100 * (compared - wrong.length)) / compared)} %)`,
  );
  expect(wrong).toEqual([]);
});
