import { describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '../graphql/global-id.logic.ts';
import { areasOfForm, submissionProblems } from './submission.logic.ts';
import {
  acceptance,
  day,
  found,
  heading,
  inherent,
  method,
  mitigation,
  others,
  otherwise,
  register,
  residual,
  risk,
  take,
  today,
  unassessed,
} from './submitted-register.fixture.ts';
import type { RiskToSubmit } from './submitted-register.logic.ts';

const flaws: readonly (readonly [name: string, flaw: Partial<RiskToSubmit>, problem: string])[] = [
  ['an event', { titleTh: '  ' }, 'RISK_WITHOUT_EVENT risks[0].titleTh'],
  ['a responsible unit', { responsibleUnitId: null }, 'RISK_WITHOUT_UNIT risks[0].responsibleUnit'],
  ['a type of corruption', { corruptionTypes: [] }, 'RISK_WITHOUT_CORRUPTION_TYPE risks[0].corruptionTypes'],
  ['an area of the bribery form', { itaArea: null }, 'RISK_WITHOUT_ITA_AREA risks[0].itaArea'],
  ['causes', { causes: [] }, 'RISK_WITHOUT_CAUSES risks[0].causes'],
  ['a cause that says anything', { causes: [{ textTh: ' ' }] }, 'RISK_WITHOUT_CAUSES risks[0].causes'],
  ['an assessment', unassessed, 'RISK_UNASSESSED risks[0].assessments'],
  [
    'an assessment by the method of the register',
    { assessments: [inherent, { ...residual, methodId: 'another' }] },
    'RISK_ASSESSED_BY_OTHER_METHOD risks[0].currentAssessment',
  ],
  [
    'a residual score no higher than the inherent one',
    { assessments: [{ ...inherent, score: 10, level: 'HIGH' }, residual] },
    'RESIDUAL_ABOVE_INHERENT risks[0].assessments',
  ],
  [
    'a residual level no higher than the inherent one',
    { assessments: [{ ...inherent, score: 12, level: 'MEDIUM' }, residual] },
    'RESIDUAL_ABOVE_INHERENT risks[0].assessments',
  ],
  [
    'an assessment before controls, however low the other one is',
    { level: 'LOW', assessments: [{ ...residual, score: 2, level: 'LOW' }] },
    'RISK_WITHOUT_INHERENT_ASSESSMENT risks[0].assessments',
  ],
  ['any mitigation', { ...otherwise, mitigations: [] }, 'RISK_WITHOUT_MEASURE risks[0].mitigations'],
  [
    'a measure against bribery, however low it is',
    { level: 'LOW', mitigations: [] },
    'RISK_WITHOUT_MEASURE risks[0].mitigations',
  ],
  [
    'a measure against bribery, which nobody can accept',
    { mitigations: [], acceptances: [acceptance()] },
    'RISK_WITHOUT_MEASURE risks[0].mitigations',
  ],
  [
    'a measure against bribery that does more than take the risk',
    { level: 'LOW', mitigations: [mitigation({ strategy: 'TAKE' })] },
    'RISK_WITHOUT_MEASURE risks[0].mitigations',
  ],
  [
    'a mitigation that was not cancelled',
    { mitigations: [mitigation({ status: 'CANCELLED', ownerUnitId: null })] },
    'RISK_WITHOUT_MEASURE risks[0].mitigations',
  ],
  [
    'an acceptance that has not run out',
    { ...otherwise, mitigations: [], acceptances: [acceptance({ expiresOn: day('2026-11-20') })] },
    'RISK_WITHOUT_MEASURE risks[0].mitigations',
  ],
  [
    'an acceptance that has begun',
    { ...otherwise, mitigations: [], acceptances: [acceptance({ acceptedOn: day('2026-11-22') })] },
    'RISK_WITHOUT_MEASURE risks[0].mitigations',
  ],
  [
    'an acceptance of so high a level',
    { ...otherwise, mitigations: [], acceptances: [acceptance({ level: 'MEDIUM' })] },
    'RISK_WITHOUT_MEASURE risks[0].mitigations',
  ],
  [
    'an acceptance of what it takes',
    { ...otherwise, mitigations: [take] },
    'TAKE_WITHOUT_ACCEPTANCE risks[0].mitigations[0].strategy',
  ],
  [
    'an owner of its treatment',
    { mitigations: [mitigation(), mitigation({ id: 'mitigation-2', sortOrder: 2, ownerUnitId: null })] },
    'MITIGATION_WITHOUT_OWNER risks[0].mitigations[1].ownerUnit',
  ],
];

const enough: readonly (readonly [name: string, risk: Partial<RiskToSubmit>])[] = [
  ['a planned mitigation', {}],
  ['a mitigation under way', { mitigations: [mitigation({ status: 'IN_PROGRESS' })] }],
  ['a finished mitigation', { mitigations: [mitigation({ status: 'DONE' })] }],
  ['an owner that is a position', { mitigations: [mitigation({ ownerUnitId: null, ownerPositionId: 'position' })] }],
  ['a transfer that nobody owns', { mitigations: [mitigation({ strategy: 'TRANSFER', ownerUnitId: null })] }],
  [
    'an acceptance on its first day',
    { ...otherwise, mitigations: [], acceptances: [acceptance({ acceptedOn: today })] },
  ],
  ['an acceptance on its last day', { ...otherwise, mitigations: [], acceptances: [acceptance({ expiresOn: today })] }],
  [
    'an acceptance of a higher level',
    { ...otherwise, mitigations: [], acceptances: [acceptance({ level: 'EXTREME' })] },
  ],
  ['a take with its acceptance', { ...otherwise, mitigations: [take], acceptances: [acceptance()] }],
  ['a residual equal to the inherent', { assessments: [{ ...inherent, score: 12, level: 'HIGH' }, residual] }],
  ['an inherent of another method', { assessments: [{ ...inherent, score: 6, methodId: 'another' }, residual] }],
  ['an acceptable level without any answer', { ...otherwise, level: 'MEDIUM', mitigations: [] }],
  ['a take of an acceptable level', { ...otherwise, level: 'LOW', mitigations: [take] }],
];

describe('a register', () => {
  it.each(enough)('can be submitted with %s', (_name, more) => {
    expect(found(register(more))).toEqual([]);
  });

  it.each(flaws)('cannot be submitted while a risk is without %s', (_name, flaw, problem) => {
    // A risk that names no area leaves the area unanswered, too.
    const answered =
      flaw.itaArea === null ? { areasWithoutRisk: [...others, { area: 'APPROVAL_PERMIT' as const }] } : {};
    expect(found({ ...register(flaw), ...answered })).toEqual([problem]);
  });

  it('cannot be submitted before each area of the bribery form has a risk or a reason why it has none, and not both', () => {
    expect(found({ ...register(), areasWithoutRisk: [] })).toEqual([
      'AREA_UNANSWERED areasWithoutRisk',
      'AREA_UNANSWERED areasWithoutRisk',
      'AREA_UNANSWERED areasWithoutRisk',
    ]);
    expect(found({ ...register(), areasWithoutRisk: [...others, { area: 'APPROVAL_PERMIT' }] })).toEqual([
      'AREA_ANSWERED_TWICE areasWithoutRisk',
    ]);
    const said = submissionProblems({ ...register(), areasWithoutRisk: [] }, today).map(({ message }) => message.th);
    expect(said.join()).toContain('การบริหารงานบุคคล');
  });

  it.each([
    ['2027-03-31', 'PLANNED', []],
    ['2027-04-01', 'PLANNED', ['RISK_WITHOUT_ACTIONS_TAKEN risks[0].mitigations']],
    ['2028-01-01', 'PLANNED', ['RISK_WITHOUT_ACTIONS_TAKEN risks[0].mitigations']],
    ['2027-04-01', 'IN_PROGRESS', []],
    ['2027-04-01', 'DONE', []],
  ] as const)('says what was done from the second round of its year on: %s, %s', (on, status, problems) => {
    const submitted = register({ mitigations: [mitigation({ status })] });
    expect(submissionProblems(submitted, day(on)).map(({ code, field }) => `${code} ${field}`)).toEqual(problems);
  });

  it('cannot be submitted without risks, and is told of the areas of the form, too', () => {
    const [first, ...areas] = submissionProblems({ ...heading, areasWithoutRisk: [], method, risks: [] }, today);
    expect(first).toEqual({
      code: 'REGISTER_WITHOUT_RISKS',
      field: 'risks',
      nodeId: null,
      message: {
        th: 'ทะเบียนยังไม่มีความเสี่ยง โปรดเพิ่มอย่างน้อยหนึ่งรายการก่อนส่ง (ที่มา: หลักเกณฑ์ของทะเบียน)',
        en: 'The register has no risk: add at least one before you submit it. (Source: rule of the registry.)',
      },
    });
    expect(areas.map(({ code }) => code)).toEqual(areasOfForm.map(() => 'AREA_UNANSWERED'));
  });

  it('is held to an answer for a level that is not acceptable even if the method forgot to demand a plan', () => {
    const lenient = { id: 'method', levels: method.levels.map((level) => ({ ...level, needsPlan: false })) };
    expect(found({ ...heading, method: lenient, risks: [risk({ ...otherwise, mitigations: [] })] })).toEqual([
      'RISK_WITHOUT_MEASURE risks[0].mitigations',
    ]);
  });

  it('is told everything that is missing at once, each under its risk', () => {
    const assessed = risk({
      titleTh: '',
      responsibleUnitId: null,
      corruptionTypes: [],
      causes: [],
      assessments: [
        { ...inherent, methodId: 'another', score: 6, level: 'MEDIUM' },
        { ...residual, methodId: 'another' },
      ],
      mitigations: [],
    });
    const answered = risk({
      id: 'risk-2',
      code: 'R02',
      mitigations: [
        mitigation({ ownerUnitId: null }),
        mitigation({ id: 'mitigation-2', sortOrder: 2, strategy: 'TAKE' }),
      ],
    });
    const fresh = risk({ id: 'risk-3', code: 'R03', ...unassessed });
    const submitted = { ...heading, method, risks: [assessed, answered, fresh] };
    expect(found(submitted)).toEqual([
      'RISK_WITHOUT_EVENT risks[0].titleTh',
      'RISK_WITHOUT_UNIT risks[0].responsibleUnit',
      'RISK_WITHOUT_CORRUPTION_TYPE risks[0].corruptionTypes',
      'RISK_WITHOUT_CAUSES risks[0].causes',
      'RISK_ASSESSED_BY_OTHER_METHOD risks[0].currentAssessment',
      'RESIDUAL_ABOVE_INHERENT risks[0].assessments',
      'RISK_WITHOUT_MEASURE risks[0].mitigations',
      'TAKE_WITHOUT_ACCEPTANCE risks[1].mitigations[1].strategy',
      'MITIGATION_WITHOUT_OWNER risks[1].mitigations[0].ownerUnit',
      'RISK_UNASSESSED risks[2].assessments',
    ]);
    const named = submissionProblems(submitted, today).map(({ nodeId }) => nodeId);
    const risks = (number: number) => encodeGlobalId('Risk', `risk-${number}`);
    expect(named).toEqual([
      ...Array.from({ length: 7 }, () => risks(1)),
      encodeGlobalId('Mitigation', 'mitigation-2'),
      encodeGlobalId('Mitigation', 'mitigation-1'),
      risks(3),
    ]);
  });

  it('is told where each rule comes from, in both languages', () => {
    const bribery = register({ itaArea: null, corruptionTypes: ['BRIBERY'] });
    const problems = [
      ...flaws.flatMap(([, flaw]) => submissionProblems(register(flaw), today)),
      ...submissionProblems({ ...bribery, areasWithoutRisk: [] }, today),
    ];
    for (const { message } of problems) {
      expect(message.th).toMatch(/ \(ที่มา: .+\)$/);
      expect(message.en).toMatch(/ \(Source: .+\.\)$/);
    }
    const ofForm = problems.filter(({ code }) => ['AREA_UNANSWERED', 'RISK_WITHOUT_ITA_AREA'].includes(code));
    expect(ofForm.length).toBeGreaterThan(1);
    for (const { message } of ofForm) expect(message.en).toContain('bribery form of the centre');
  });

  it('names the risk and the next step in both languages', () => {
    for (const [, flaw] of flaws) {
      const [problem] = submissionProblems(register(flaw), today);
      expect(problem?.message.th).toMatch(/R01/);
      expect(problem?.message.en).toMatch(/risk R01/i);
      expect(`${problem?.message.th} ${problem?.message.en}`).not.toContain('undefined');
    }
  });
});
