import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const editor = () => registry.person('sample-1-editor');
const shown = 'riskRegister { id version fiscalYear committee { id nameTh } }';
const committee = async (more: object = {}, persona = 'sample-1-editor') => {
  const given = { kind: 'RISK_MANAGEMENT', nameTh: 'คณะกรรมการประเมินความเสี่ยง', validFrom: '2027-10-01', ...more };
  return (await registry.person(persona).does('addCommittee', given, 'committee { id version }')).committee;
};

describe('the committee of a risk register', () => {
  it('is named when the register is drafted or edited, one of the agency, and emptied by null', async () => {
    const { id } = await committee();
    const { riskRegister: draft } = await editor().does(
      'draftRiskRegister',
      { fiscalYear: 2590, committeeId: id },
      shown,
    );
    expect(draft.committee).toEqual({ id, nameTh: 'คณะกรรมการประเมินความเสี่ยง' });
    const other = await committee({}, 'sample-2-editor');
    const edit = { id: draft.id, expectedVersion: draft.version };
    expect(await editor().isRefused('editRiskRegister', { ...edit, committeeId: other.id })).toEqual([
      'NOT_FOUND',
      'committeeId',
    ]);
    const { riskRegister: kept } = await editor().does('editRiskRegister', edit, shown);
    expect(kept.committee.id).toBe(id);
    const emptied = { ...edit, expectedVersion: kept.version, committeeId: null };
    expect((await editor().does('editRiskRegister', emptied, shown)).riskRegister.committee).toBeNull();
  });

  it('goes along into a later year while it lasts, and not after its end', async () => {
    const { id } = await committee({ validTo: '2048-12-31' });
    const { riskRegister: from } = await editor().does(
      'draftRiskRegister',
      { fiscalYear: 2591, committeeId: id },
      shown,
    );
    const carried = async (fiscalYear: number) =>
      (await editor().does('carryForwardRiskRegister', { fromId: from.id, fiscalYear }, shown)).riskRegister.committee;
    expect(await carried(2592)).toMatchObject({ id });
    expect(await carried(2593)).toBeNull();
  });

  it('keeps a draft committee from being discarded, and the refusal says which registers and meetings name it', async () => {
    const { id, version } = await committee();
    await editor().does('draftRiskRegister', { fiscalYear: 2594, committeeId: id }, shown);
    const meeting = { kind: 'COMMITTEE_MEETING', titleTh: 'ประชุมครั้งที่ 1', fiscalYear: 2571, heldFrom: '2027-11-02' };
    await editor().does('addIntegrityActivity', { ...meeting, committeeId: id });
    const { errors } = await editor().tries('discardCommittee', { entryId: id, expectedVersion: version });
    expect(errors[0]?.extensions.code).toBe('CONFLICT');
    expect(errors[0]?.message).toContain('the meeting "ประชุมครั้งที่ 1", the risk register of fiscal year 2594');
  });

  it('stands in the content that an edition freezes', async () => {
    const { id } = await committee();
    const { riskRegister } = await editor().does('draftRiskRegister', { fiscalYear: 2595, committeeId: id }, shown);
    const [content] = await registry.rows<{ committee: string }>(
      `SELECT app.content_of_register("agencyId", id) ->> 'committee' AS committee FROM "RiskRegister" WHERE "fiscalYear" = ${riskRegister.fiscalYear}`,
    );
    expect(content).toEqual({ committee: 'คณะกรรมการประเมินความเสี่ยง' });
  });
});
