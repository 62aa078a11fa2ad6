import { describe, expect, it } from '@jest/globals';
import { bilingual, namesIn } from '../base/meaning.logic.ts';
import { columnsOf, entityLabel, type Models, words } from './audit-labels.logic.ts';

const scalar = (name: string, documentation?: string) =>
  documentation ? { name, kind: 'scalar', type: 'String', documentation } : { name, kind: 'scalar', type: 'String' };

const models: Models = {
  Unit: { documentation: 'ฝ่ายในหน่วยงาน · A unit inside an agency.', fields: [scalar('id')] },
  Risk: {
    documentation: 'ความเสี่ยงการทุจริต · A corruption risk of a register.',
    fields: [
      scalar('fiscalYear', 'ปีงบประมาณของทะเบียน (พ.ศ.) · Fiscal year (Buddhist era) of its register.'),
      scalar('status'),
      scalar('unitId'),
      scalar('ownerUnitId'),
      scalar('whatever'),
      { name: 'unit', kind: 'object', type: 'Unit', relationFromFields: ['agencyId', 'unitId'] },
      {
        name: 'ownerUnit',
        kind: 'object',
        type: 'Unit',
        relationFromFields: ['agencyId', 'ownerUnitId'],
        documentation: 'ส่วนราชการเจ้าของ · Unit that owns the measure; null for none.',
      },
    ],
  },
  Plan: { fields: [scalar('status', 'สถานะ · Life-cycle status.')] },
};

describe('labels', () => {
  it('are the beginnings of descriptions', () => {
    expect(bilingual('ผู้อนุมัติ เขต · Approver, District')).toEqual({ th: 'ผู้อนุมัติ เขต', en: 'Approver, District' });
    expect(bilingual('Somchai')).toEqual({ th: 'Somchai', en: 'Somchai' });
    expect(namesIn('ประเมินความเสี่ยง · Assesses a risk: adds an assessment. For editors.')).toEqual({
      th: 'ประเมินความเสี่ยง',
      en: 'Assesses a risk',
    });
    expect(namesIn('ศปท.กทม. · The anti-corruption centre: examines.').th).toBe('ศปท.กทม.');
    expect([words('SwotItemRisk'), words('AGENCY_ADMIN')]).toEqual(['SWOT item risk', 'agency admin']);
    expect(entityLabel(models, 'Risk')).toEqual({ th: 'ความเสี่ยงการทุจริต', en: 'risk' });
    expect(entityLabel(models, 'Gone')).toEqual({ th: 'Gone', en: 'gone' });
  });

  it('of a column are those of its comment, its relation, what it points to, or its namesake', () => {
    const columns = columnsOf(models, 'Risk');
    expect(
      Object.fromEntries([...columns].map(([name, { label, target }]) => [name, [label.th, label.en, target]])),
    ).toEqual({
      fiscalYear: ['ปีงบประมาณของทะเบียน', 'Fiscal year of its register', null],
      status: ['สถานะ', 'Life-cycle status', null],
      unitId: ['ฝ่ายในหน่วยงาน', 'A unit inside an agency', 'Unit'],
      ownerUnitId: ['ส่วนราชการเจ้าของ', 'Unit that owns the measure', 'Unit'],
      whatever: ['whatever', 'whatever', null],
    });
  });
});
