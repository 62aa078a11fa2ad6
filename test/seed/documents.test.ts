import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { documentProjects } from '@registry/seed/documents/projects.data.ts';
import { clocks } from '@registry/seed/reference/clocks.ts';
import { documentRules } from '@registry/seed/reference/document-rules.ts';
import { framework } from '@registry/seed/reference/framework.ts';
import acrossAgenciesFile from '../../packages/seed/data/cross-agency-findings.json' with { type: 'json' };
import itaFile from '../../packages/seed/data/ita.json' with { type: 'json' };
import resultsFile from '../../packages/seed/data/results.json' with { type: 'json' };
import { type Claim, claimsOf, documentOf, printedFigure, quotesOf, type Row, rows, thaiDigits } from './claims.ts';
import { type DocumentText, readDocuments } from './document-text.ts';

/**
 * Holds the data to the documents that it was taken from. They are no part of the project: the tests run where the folder stands
 * beside it, or where DOCUMENTS_DIR names it, and say so elsewhere.
 */
const folder = process.env['DOCUMENTS_DIR'] ?? fileURLToPath(new URL('../../../shared/documents', import.meta.url));
const beside = existsSync(folder) ? describe : describe.skip;

describe('the texts of the documents in our own words', () => {
  const stepsOf = (id: string) => documentProjects.find((project) => project.id === id)?.steps;

  it('word alike what two documents say alike', () => {
    for (const [one, other] of [
      ['000-01', '002-03'],
      ['000-06', '002-05'],
      ['000-07', '002-09'],
      ['000-09', '001-06'],
      ['000-09', '002-04'],
      ['000-12', '002-08'],
      ['000-13', '002-11'],
      ['000-13', '002-13'],
      ['000-20', '002-14'],
      ['003-04', '002-17'],
    ] as const)
      expect([one, other, stepsOf(one)]).toEqual([one, other, stepsOf(other)]);
  });

  it('give every numbered objective by itself, every level of the method, and the rationale of every sheet', () => {
    const count = (of: (project: (typeof documentProjects)[number]) => number) =>
      documentProjects.reduce((sum, project) => sum + of(project), 0);
    const beneath = (steps: readonly { readonly children: readonly unknown[] }[]) =>
      steps.reduce((sum, { children }) => sum + children.length, 0);
    expect({
      objectives: count(({ objectives }) => objectives.length),
      rationales: count(({ rationale }) => (rationale ? 1 : 0)),
      steps: count(({ steps }) => steps.length),
      subSteps: count(({ steps }) => beneath(steps)),
      points: count(({ steps }) => beneath(steps.flatMap(({ children }) => children))),
    }).toEqual({ objectives: 124, rationales: 21, steps: 313, subSteps: 21, points: 37 });
  });

  it('hold no remark of whoever transcribed them: those stand in notes', () => {
    const texts = claimsOf((key) => /^(textTh|objectivesTh|rationaleTh|titleTh)$/.test(key)).filter(
      ({ where }) => !where.startsWith('projectNote'),
    );
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(({ words }) => /\((ไม่มี|ซ้ำ|จำนวนไม่ได้|ไม่ได้|น่าจะ|OCR)/.test(words))).toEqual([]);
  });
});

beside('the data of the documents (needs them in ../shared/documents, or where DOCUMENTS_DIR says)', () => {
  const documents = existsSync(folder) ? readDocuments(folder) : new Map<string, DocumentText>();
  const missing = (claims: readonly Claim[], holds: (text: DocumentText, words: string) => boolean): Claim[] =>
    claims.filter(({ document, words }) => {
      const text = documents.get(document);
      return !text || !holds(text, words);
    });
  const tried = (what: string, claims: readonly Claim[]): void => {
    expect(claims.length).toBeGreaterThan(0);
    process.stdout.write(`${what}: ${claims.length} tried\n`);
  };

  it('says as printed only what stands in its document', () => {
    const claims = claimsOf((key) => /printed/i.test(key)).map((claim) =>
      claim.where.endsWith('CountPrinted') ? { ...claim, words: thaiDigits(claim.words) } : claim,
    );
    tried('values said to be printed', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
  });

  it('gives names and titles as printed, or marks them as inferred', () => {
    const marked = (row: Row, key: string) => Array.isArray(row['inferred']) && row['inferred'].includes(key);
    const claims = claimsOf(
      (key, row) => (key === 'titleTh' || key === 'nameTh') && !('registerId' in row) && !marked(row, key),
    );
    tried('names and titles', claims);
    expect(missing(claims, (text, words) => text.holdsInTwoParts(words))).toEqual([]);
  });

  it('gives target groups, actors and delegation chains in the words of the document', () => {
    const claims = [
      ...rows.targetGroup.map((row) => ({ where: 'targetGroup', document: documentOf(row), words: row.textTh ?? '' })),
      ...claimsOf((key) => key === 'actorTh' || key === 'delegatorTh'),
    ];
    tried('groups, actors and delegators', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
  });

  it('quotes only what stands in its document', () => {
    const claims = quotesOf();
    tried('quotations', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
  });

  it('has amounts of money that are printed, or marks them as inferred', () => {
    const claims = rows.budgetLine.flatMap((line) =>
      line.amount && !(Array.isArray(line.inferred) && line.inferred.includes('amount'))
        ? [
            {
              where: 'budgetLine.amount',
              document: documentOf(line),
              words: thaiDigits(Number(line.amount).toLocaleString('en')),
            },
          ]
        : [],
    );
    tried('amounts', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
    expect(
      rows.budgetLine.filter(
        ({ amount, sheetAmount }) => (Number(amount) === 0 && amount !== null) || sheetAmount === 0,
      ),
    ).toEqual([]);
  });

  it('tells in its own words of no number that its document does not print', () => {
    const ownWords = new Set(['textTh', 'objectivesTh', 'rationaleTh', 'measuredByTh']);
    const ofRules = documentRules.map(({ code, sourceDocument, subjectTh }) => ({
      where: code,
      document: sourceDocument,
      words: subjectTh,
    }));
    const claims = [...claimsOf((key) => ownWords.has(key)), ...ofRules].flatMap((claim) =>
      [...claim.words.matchAll(/[๐-๙][๐-๙,.]*[๐-๙]|[๐-๙]/g)].map(([words]) => ({ ...claim, words })),
    );
    tried('numbers in texts', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
  });

  it('has the printed words of every time limit', () => {
    const claims = clocks.flatMap(({ code, sourceDocument, noteTh }) =>
      [...noteTh.matchAll(/“([^”]+)”/g)].map(([, words = '']) => ({ where: code, document: sourceDocument, words })),
    );
    tried('time limits', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
  });

  it('has the titles of the framework as at least one document prints them', () => {
    const missions = framework.dimensions.flatMap((dimension) => dimension.missions);
    const titles = [
      ...framework.dimensions,
      ...missions,
      ...missions.flatMap(({ subMissions }) => subMissions),
    ].flatMap(({ titleTh }) => (titleTh === null ? [] : [titleTh]));
    process.stdout.write(`titles of the framework: ${titles.length} tried\n`);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => ![...documents.values()].some((text) => text.holds(title)))).toEqual([]);
  });

  it('quotes each agency in a finding across agencies from its own document', () => {
    const claims = acrossAgenciesFile.flatMap(({ no, evidence }) =>
      evidence.flatMap(({ document, printed }) =>
        printed ? [{ where: `finding ${no}`, document, words: printed }] : [],
      ),
    );
    tried('evidence across agencies', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
  });

  it('has the titles of report 004 as it prints them', () => {
    const { titleTh, document, previousIta, indicators, policies } = resultsFile;
    const claims = [titleTh, previousIta.printedText, ...[...indicators, ...policies].map((each) => each.titleTh)].map(
      (words) => ({ where: 'results', document, words }),
    );
    tried('titles of report 004', claims);
    expect(missing(claims, (text, words) => text.holds(words))).toEqual([]);
  });

  it('has the scores of document 000 in figures that are printed there', () => {
    const figures: Claim[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) {
        if (/printed$/i.test(path) && /^[\d.]+$/.test(String(value)))
          figures.push({ where: path, document: '000', words: printedFigure(value) });
      } else for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
    };
    walk(itaFile, 'ita');
    tried('figures of the assessment', figures);
    expect(missing(figures, (text, words) => text.holds(words))).toEqual([]);
  });
});
