import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const ask = (query: string, variables?: Record<string, unknown>) => registry.as('sample-1-viewer')(query, variables);

describe('a list', () => {
  it('can be walked forward and backward page by page, each item once, in every order', async () => {
    for (const order of [
      '{field: code}',
      '{field: score, direction: DESC}',
      '{field: titleTh}',
      '{field: level, direction: DESC}',
      '[{field: fiscalYear}, {field: score}]',
    ]) {
      const all = nodes(
        (await ask(`{ risks(first: 100, orderBy: ${order}) { edges { node { id } } } }`)).data.risks,
      ).map(({ id }) => id);
      const walk = async (way: 'forward' | 'backward'): Promise<string[]> => {
        const seen: string[] = [];
        let cursor: string | null = null;
        for (;;) {
          const page: string =
            way === 'forward'
              ? `first: 7${cursor ? `, after: "${cursor}"` : ''}`
              : `last: 7${cursor ? `, before: "${cursor}"` : ''}`;
          const { data } = await ask(
            `{ risks(${page}, orderBy: ${order}) { pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id } } } }`,
          );
          const ids = nodes(data.risks).map(({ id }) => id);
          if (way === 'forward') seen.push(...ids);
          else seen.unshift(...ids);
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = data.risks.pageInfo;
          if (!(way === 'forward' ? hasNextPage : hasPreviousPage)) return seen;
          cursor = way === 'forward' ? endCursor : startCursor;
        }
      };
      expect(all.length).toBeGreaterThan(20);
      expect([order, await walk('forward')]).toEqual([order, all]);
      expect([order, await walk('backward')]).toEqual([order, all]);
    }
  });

  it('of high and extreme risks by score holds exactly those, highest first', async () => {
    const { data } = await ask(
      '{ risks(first: 20, where: {level: {in: [HIGH, EXTREME]}}, orderBy: {field: score, direction: DESC}) { totalCount edges { node { level score mitigations { status } } } } }',
    );
    const scores = nodes(data.risks).map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(0);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(nodes(data.risks).every(({ level }) => level === 'HIGH' || level === 'EXTREME')).toBe(true);
  });

  it('puts rows without a value last in either direction', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const { data } = await registry.as('centre')(
        `{ risks(first: 100, where: {fiscalYear: {eq: 2567}}, orderBy: {field: score, direction: ${direction}}) { edges { node { score } } } }`,
      );
      const scores = nodes(data.risks).map(({ score }) => score);
      const unassessed = scores.indexOf(null);
      expect(unassessed === -1 || scores.slice(unassessed).every((score) => score === null)).toBe(true);
    }
  });

  it('combines conditions by and, or and not', async () => {
    const count = async (where: string) =>
      (await ask(`{ risks(first: 1, where: ${where}) { totalCount } }`)).data.risks.totalCount;
    const [all, high, rest] = [
      await count('{}'),
      await count('{level: {eq: HIGH}}'),
      await count('{not: {level: {eq: HIGH}}}'),
    ];
    expect(high + rest).toBe(all);
    expect(await count('{or: [{level: {eq: HIGH}}, {not: {level: {eq: HIGH}}}]}')).toBe(all);
    expect(await count('{and: [{level: {eq: HIGH}}, {not: {level: {eq: HIGH}}}]}')).toBe(0);
    expect(await count('{score: {gte: 10, lt: 15}}')).toBe(high);
    expect(await count('{score: {eq: null}}')).toBe(await count('{level: {eq: UNASSESSED}}'));
    expect(await count('{level: null}')).toBe(all);
  });

  it('sorts Thai by the dictionary: a leading vowel after its consonant', async () => {
    const { data } = await registry.public(
      '{ agencies(first: 100, orderBy: {field: nameTh}) { edges { node { nameTh } } } }',
    );
    const names = nodes(data.agencies).map(({ nameTh }) => nameTh);
    expect(names).toEqual([...names].sort(new Intl.Collator('th').compare));
  });

  it('finds Thai words without spaces, whatever the script of the digits, and takes signs literally', async () => {
    const found = async (search: string) =>
      nodes(
        (
          await registry.as('chomthong-viewer')(
            'query ($search: String) { risks(first: 20, search: $search) { edges { node { code titleTh } } } }',
            { search },
          )
        ).data.risks,
      );
    expect((await found('รถยนต์ทางราชการ')).map(({ titleTh }) => titleTh)).toEqual([
      'เจ้าหน้าที่นำรถยนต์ของทางราชการไปใช้ส่วนตัว',
    ]);
    expect((await found('ค่าปรับ ยักยอก')).length).toBe(1);
    expect((await found('overtime')).length).toBe(1);
    for (const wordless of ['', '   ', '%', '!?', '🙂']) expect(await found(wordless)).toEqual([]);
    expect(await found('ไม่มีคำนี้แน่นอน')).toEqual([]);
    const projects = await registry.as('maedong-viewer')(
      '{ a: plans(first: 5, search: "2566") { totalCount } b: plans(first: 5, search: "๒๕๖๖") { totalCount } }',
    );
    expect(projects.data).toEqual({ a: { totalCount: 1 }, b: { totalCount: 1 } });
  });
});

describe('mitigations', () => {
  it('are overdue exactly when they are live and past their due date today in Bangkok', async () => {
    const { data } = await ask(
      '{ mitigations(first: 100) { edges { node { status dueOn doneOn progressPercent } } } overdue: mitigations(first: 100, where: {status: {in: [OVERDUE]}}) { totalCount } }',
    );
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Bangkok' }).format(new Date());
    const shown = nodes(data.mitigations);
    for (const { status, dueOn } of shown) if (status === 'OVERDUE') expect(dueOn < today).toBe(true);
    for (const { status, dueOn } of shown)
      if (status === 'PLANNED' || status === 'IN_PROGRESS') expect(dueOn >= today).toBe(true);
    expect(data.overdue.totalCount).toBeGreaterThan(0);
  });

  it('show the project that carries them only to those who may see it', async () => {
    const query =
      '{ mitigations(first: 100, where: {agency: {code: {eq: "SAMPLE-3"}}}) { edges { node { id project { titleTh plan { status } } } } } }';
    // Sample 3 has submitted its plan: the centre sees it, an analyst sees the approved registers but not the plan.
    const asCentre = nodes((await registry.as('centre')(query)).data.mitigations).filter(
      ({ project }) => project !== null,
    );
    const asAnalyst = nodes((await registry.as('analyst')(query)).data.mitigations);
    expect(asCentre.length).toBeGreaterThan(0);
    expect(asAnalyst.length).toBeGreaterThan(0);
    expect(asAnalyst.every(({ project }) => project === null)).toBe(true);
  });
});
