import { describe, expect, it } from '@jest/globals';
import { crossRecordRelations, models } from './model.ts';
import type { Scope } from './scope.ts';
import { scopeArguments } from './scope-arguments.ts';

const agency = { kind: 'agency', agencyId: 'a' } as const;
const centre = { kind: 'city', floor: 1 } as const;
const nobody = { kind: 'none' } as const;

describe('the arguments of a data call', () => {
  it('carry the filter of the scope beside whatever was asked', () => {
    expect(scopeArguments('Risk', 'findMany', { where: { code: 'R1' } }, agency)).toEqual({
      where: { AND: [{ code: 'R1' }, { agencyId: 'a' }] },
    });
    expect(scopeArguments('Risk', 'count', {}, centre)).toEqual({ where: { disclosure: { gte: 1 } } });
    expect(scopeArguments('Risk', 'findUnique', { where: { id: 'x' } }, agency)).toEqual({
      where: { id: 'x', AND: [{ agencyId: 'a' }] },
    });
    expect(scopeArguments('Risk', 'findMany', {}, nobody)).toEqual({ where: { agencyId: { in: [] } } });
    expect(scopeArguments('Agency', 'findMany', {}, nobody)).toEqual({});
  });

  it('cannot be widened by what was asked', () => {
    const asked = { where: { OR: [{ agencyId: 'b' }, { NOT: { agencyId: 'a' } }] } };
    expect(scopeArguments('Plan', 'findMany', asked, agency)).toEqual({
      where: { AND: [asked.where, { agencyId: 'a' }] },
    });
  });

  it('carry the filter in every list beneath, however deep, and in counts', () => {
    const select = { risks: { select: { mitigations: true, _count: { select: { controls: true } } } } };
    expect(scopeArguments('Agency', 'findMany', { select }, centre)).toEqual({
      select: {
        risks: {
          where: { disclosure: { gte: 1 } },
          select: {
            mitigations: { where: { disclosure: { gte: 1 } } },
            _count: { select: { controls: { where: { disclosure: { gte: 1 } } } } },
          },
        },
      },
    });
  });

  it('refuse a selection that leads to another record, for every relation that does', () => {
    for (const relation of crossRecordRelations) {
      const [model = '', field = ''] = relation.split('.');
      expect(models[model]?.relations[field]).toBeDefined();
      expect(() => scopeArguments(model, 'findMany', { select: { [field]: true } }, agency)).toThrow(/loader/);
    }
  });

  it('refuse rows of another agency, rows without one, writes through relations, and operations nobody has thought about', () => {
    expect(() => scopeArguments('Risk', 'create', { data: { agencyId: 'b' } }, agency)).toThrow(/own agency/);
    expect(() => scopeArguments('Risk', 'createMany', { data: [{ agencyId: 'a' }, {}] }, agency)).toThrow(/own agency/);
    expect(() =>
      scopeArguments('Risk', 'update', { where: { id: 'x' }, data: { mitigations: { deleteMany: {} } } }, agency),
    ).toThrow(/relation/);
    expect(() => scopeArguments('Risk', 'upsert', {}, agency)).toThrow(/not scoped/);
  });

  it('let the centre review and keep the library, the keeper of reference data add methods, and nobody else write', () => {
    const analyst: Scope = { kind: 'city', floor: 2 };
    const keeper: Scope = { kind: 'reference' };
    const writes = (model: string, operation: string, scope: Scope) => () =>
      scopeArguments(model, operation, { where: {}, data: { agencyId: 'a' } }, scope);
    expect(writes('StatusChange', 'create', centre)).not.toThrow();
    expect(writes('RiskRegister', 'updateMany', centre)).not.toThrow();
    expect(writes('RiskMethod', 'create', keeper)).not.toThrow();
    expect(writes('Oversight', 'updateMany', keeper)).not.toThrow();
    expect(writes('Oversight', 'updateMany', centre)).toThrow(/is not written by/);
    for (const scope of [centre, analyst, keeper, nobody, { kind: 'audit' } as const]) {
      for (const [model, operation] of [
        ['Risk', 'create'],
        ['Risk', 'updateMany'],
        ['RiskRegister', 'deleteMany'],
        ['AuditEntry', 'create'],
      ] as const) {
        expect(writes(model, operation, scope)).toThrow(/is not written by/);
      }
    }
    for (const scope of [analyst, keeper, nobody])
      expect(writes('StatusChange', 'create', scope)).toThrow(/is not written by/);
  });

  it('know the place of every model', () => {
    for (const model of Object.keys(models)) expect(() => scopeArguments(model, 'findMany', {}, nobody)).not.toThrow();
  });
});
