import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { doing, draftPlan, planOf } from './plan-client.ts';

let registry: Registry;
let act: ReturnType<typeof doing>;
beforeAll(async () => {
  registry = await startRegistry();
  act = doing(registry);
});
afterAll(async () => registry.stop());

const editor = 'sample-1-editor';

describe('a plan', () => {
  it('is drafted, edited and discarded', async () => {
    const plan = await draftPlan(act, editor, 'แผนทดลอง');
    expect(plan).toMatchObject({ status: 'DRAFT', version: 1 });
    const edited = await act(
      editor,
      'editPlan',
      {
        planId: plan.id,
        expectedVersion: 1,
        fiscalYearTo: 2575,
        announcedOn: '2026-10-01',
        statements: [
          { kind: 'GOAL', textTh: 'เป้าหมายแรก' },
          { kind: 'OBJECTIVE', textTh: 'วัตถุประสงค์' },
          { kind: 'GOAL', textTh: 'เป้าหมายที่สอง' },
        ],
      },
      'plan { version titleTh fiscalYearFrom fiscalYearTo announcedOn statements { kind sortOrder textTh } openActs }',
    );
    expect(edited.done.plan).toMatchObject({
      titleTh: 'แผนทดลอง',
      fiscalYearFrom: 2571,
      fiscalYearTo: 2575,
      openActs: [],
      statements: [
        { kind: 'OBJECTIVE', sortOrder: 1 },
        { kind: 'GOAL', sortOrder: 1, textTh: 'เป้าหมายแรก' },
        { kind: 'GOAL', sortOrder: 2 },
      ],
    });
    expect(edited.done.plan.version).toBeGreaterThan(1);
    const stale = await act(editor, 'discardPlan', { planId: plan.id, expectedVersion: 1 }, 'agency { code }');
    expect(refusalOf(stale)[0]).toBe('CONFLICT');
    const gone = await act(
      editor,
      'discardPlan',
      { planId: plan.id, expectedVersion: edited.done.plan.version },
      'agency { code }',
    );
    expect(gone.done.agency.code).toBe('SAMPLE-1');
    const { data } = await registry.as(editor)('query ($id: ID!) { node(id: $id) { id } }', { id: plan.id });
    expect(data.node).toBeNull();
  });

  it('is refused with every bad field named at once, and nothing is kept', async () => {
    const before = nodes(
      (await registry.as(editor)('{ plans(first: 20) { edges { node { id } } } }')).data.plans,
    ).length;
    const wrong = await act(editor, 'draftPlan', {
      titleTh: 'ก'.repeat(501),
      titleEn: 'a\u0000b',
      fiscalYearFrom: 2573,
      fiscalYearTo: 2571,
      announcedOn: '2150-01-01',
      statements: [{ kind: 'GOAL', textTh: ' ' }],
    });
    expect(refusalOf(wrong)).toEqual([
      'INVALID_INPUT',
      'titleTh',
      'titleEn',
      'fiscalYearTo',
      'announcedOn',
      'statements[0].textTh',
    ]);
    const long = await act(editor, 'draftPlan', { titleTh: 'ก', fiscalYearFrom: 2571, fiscalYearTo: 2581 });
    expect(refusalOf(long)).toEqual(['INVALID_INPUT', 'fiscalYearTo']);
    const commonEra = await act(editor, 'draftPlan', { titleTh: 'ก', fiscalYearFrom: 2024, fiscalYearTo: 2571 });
    expect(commonEra.errors[0]?.message).toContain('2024 CE is 2567');
    const unknown = await act(editor, 'draftPlan', {
      titleTh: 'ก',
      fiscalYearFrom: 2571,
      fiscalYearTo: 2571,
      frameworkVersion: 'none',
    });
    expect(refusalOf(unknown)).toEqual(['NOT_FOUND', 'frameworkVersion']);
    const after = nodes(
      (await registry.as(editor)('{ plans(first: 20) { edges { node { id } } } }')).data.plans,
    ).length;
    expect(after).toBe(before);
  });

  it('that is approved, or of another agency, is neither edited nor discarded', async () => {
    const approved = await planOf(registry, editor);
    const input = { planId: approved.id, expectedVersion: approved.version };
    expect(refusalOf(await act(editor, 'editPlan', { ...input, titleTh: 'ใหม่' }))[0]).toBe('ILLEGAL_TRANSITION');
    expect(refusalOf(await act(editor, 'discardPlan', input, 'agency { code }'))[0]).toBe('ILLEGAL_TRANSITION');
    const foreign = await act('sample-2-editor', 'editPlan', { ...input, titleTh: 'ใหม่' });
    expect(refusalOf(foreign)).toEqual(['NOT_FOUND', 'planId']);
  });
});
