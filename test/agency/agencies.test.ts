import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { startTokenIssuer, type TokenIssuer } from '../kit/token-issuer.ts';
import { newcomer } from '../membership/people.ts';

let registry: Registry;
let issuer: TokenIssuer;
beforeAll(async () => {
  issuer = await startTokenIssuer();
  registry = await startRegistry({ oidc: issuer.oidc });
});
afterAll(async () => {
  await registry.stop();
  await issuer.stop();
});

const city = () => registry.person('city-admin');
const names = { nameTh: 'สำนักงานเขตตัวอย่างใหม่', nameEn: 'New sample office', kind: 'SAMPLE' };
const SHOWN = 'agency { id code nameTh nameEn kind closedOn version parent { code } successor { code } }';
const add = async (code: string, more = {}) =>
  (await city().does('addAgency', { ...names, code, ...more }, SHOWN)).agency;

describe('an agency', () => {
  it('is opened by the administrator of the city, and works at once for the people whom its first administrator lets in', async () => {
    const agency = await add('SAMPLE-NEW', { parentCode: 'BMA' });
    expect(agency).toMatchObject({ code: 'SAMPLE-NEW', closedOn: null, version: 1, parent: { code: 'BMA' } });
    await city().does('addMember', {
      agencyCode: 'SAMPLE-NEW',
      subject: 'first',
      role: 'AGENCY_ADMIN',
      name: 'ผู้ดูแลระบบคนแรก',
    });
    const first = await newcomer(registry, issuer, 'first');
    const invitation = { agencyCode: 'SAMPLE-NEW', role: 'EDITOR', name: 'ผู้จัดทำข้อมูล' };
    const { code } = await first.does('inviteMember', invitation, 'code');
    await first.does('addUnit', { code: 'U1', nameTh: 'ฝ่ายปกครอง' });
    const editor = await newcomer(registry, issuer, 'its-editor');
    await editor.does('acceptInvitation', { code });
    const plan = { titleTh: 'แผนปฏิบัติการ', fiscalYearFrom: 2570, fiscalYearTo: 2570 };
    await editor.does('draftPlan', plan);
    const { data, errors } = await editor.ask(
      `{ plans(first: 5) { totalCount } risks(first: 5) { totalCount } findings(first: 50) { totalCount } viewer { agency { code } }
         agency(code: "SAMPLE-NEW") { units { code } members(first: 9) { totalCount } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      plans: { totalCount: 1 },
      risks: { totalCount: 0 },
      viewer: { agency: { code: 'SAMPLE-NEW' } },
      agency: { units: [{ code: 'U1' }], members: { totalCount: 2 } },
    });
    const found = await registry.public(
      '{ agencies(first: 5, where: { code: { eq: "SAMPLE-NEW" } }) { edges { node { nameTh } } } }',
    );
    expect(nodes(found.data.agencies)).toEqual([{ nameTh: names.nameTh }]);
  });

  it('has a code of its own that never changes, and district offices alone have a district; every wrong field is named', async () => {
    const wrong = {
      ...names,
      code: 'city',
      nameTh: ' ',
      dopaCode: 1001,
      districtGroup: 'SOUTH',
      parentCode: 'NO-SUCH',
    };
    expect(await city().isRefused('addAgency', wrong)).toEqual([
      'INVALID_INPUT',
      'code',
      'nameTh',
      'dopaCode',
      'districtGroup',
      'dopaCode',
      'parentCode',
    ]);
    expect(await city().isRefused('addAgency', { ...names, code: 'BMA-CHOMTHONG' })).toEqual(['INVALID_INPUT', 'code']);
    const both = await Promise.all(
      ['one', 'other'].map(() => city().tries('addAgency', { ...names, code: 'SAMPLE-RACE' })),
    );
    expect(both.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  it('is named anew at the version that was seen, and never beneath itself', async () => {
    const agency = await add('SAMPLE-EDIT');
    const beneath = await add('SAMPLE-BENEATH', { parentCode: 'SAMPLE-EDIT' });
    const at = { agencyId: agency.id, expectedVersion: 1 };
    const { agency: edited } = await city().does('editAgency', { ...at, nameEn: 'Renamed', noteTh: 'เปลี่ยนชื่อ' }, SHOWN);
    expect(edited).toMatchObject({ nameTh: names.nameTh, nameEn: 'Renamed', version: 2 });
    expect(await city().isRefused('editAgency', { ...at, nameEn: 'Again' })).toEqual(['CONFLICT']);
    expect(await city().isRefused('editAgency', { ...at, expectedVersion: 2, parentCode: beneath.code })).toEqual([
      'INVALID_INPUT',
      'parentCode',
    ]);
  });

  it('that is closed keeps its records, names its successor, and has nobody left', async () => {
    const agency = await add('SAMPLE-CLOSED');
    const { data } = await registry.as('city-admin')('{ agency(code: "BMA") { id } }');
    await city().does('recordOversight', { centreId: await centreId(), overseenId: agency.id, basisTh: 'เพื่อทดสอบ' });
    await city().does('addMember', { agencyCode: 'SAMPLE-CLOSED', subject: 'leaving', role: 'AGENCY_ADMIN' });
    const leaving = await newcomer(registry, issuer, 'leaving');
    const { code } = await leaving.does(
      'inviteMember',
      { agencyCode: 'SAMPLE-CLOSED', role: 'VIEWER', name: 'ผู้รับเชิญ' },
      'code',
    );
    await leaving.does('addUnit', { code: 'U1', nameTh: 'ฝ่ายปกครอง' });
    const at = { agencyId: agency.id, expectedVersion: 1, reason: 'รวมกับหน่วยงานอื่น' };
    expect(await city().isRefused('closeAgency', { ...at, successorCode: 'SAMPLE-CLOSED' })).toEqual([
      'INVALID_INPUT',
      'successorCode',
    ]);
    const { agency: closed } = await city().does('closeAgency', { ...at, successorCode: 'SAMPLE-1' }, SHOWN);
    expect(closed).toMatchObject({ closedOn: expect.any(String), successor: { code: 'SAMPLE-1' }, version: 2 });
    const states = await registry.rows<Record<string, unknown>>(
      `SELECT (SELECT count(*)::int FROM "Membership" m WHERE m."agencyId" = g.id AND m."endedAt" IS NULL) AS members,
         (SELECT count(*)::int FROM "Invitation" i WHERE i."agencyId" = g.id AND i."withdrawnAt" IS NULL) AS invitations,
         (SELECT count(*)::int FROM "Oversight" o WHERE o."overseenId" = g.id AND o."validTo" IS NULL) AS overseen,
         (SELECT count(*)::int FROM "Unit" u WHERE u."agencyId" = g.id) AS units
       FROM "Agency" g WHERE g.code = 'SAMPLE-CLOSED'`,
    );
    expect(states).toEqual([{ members: 0, invitations: 0, overseen: 0, units: 1 }]);
    expect(await (await newcomer(registry, issuer, 'too-late')).isRefused('acceptInvitation', { code })).toEqual([
      'NOT_FOUND',
      'code',
    ]);
    const anew = { agencyCode: 'SAMPLE-CLOSED', subject: 'anew', role: 'AGENCY_ADMIN' };
    expect(await city().isRefused('addMember', anew)).toEqual(['INVALID_INPUT', 'agencyCode']);
    expect(await city().isRefused('closeAgency', { ...at, expectedVersion: 2 })).toEqual(['ILLEGAL_TRANSITION']);
    const bma = { agencyId: data.agency.id, expectedVersion: 1, reason: 'ยังกำกับอยู่' };
    expect((await city().isRefused('closeAgency', bma))[0]).toBe('INVALID_INPUT');
  });
});

async function centreId(): Promise<string> {
  const { data } = await registry.public('{ agencies(first: 100) { edges { node { oversight { centre { id } } } } } }');
  return nodes(data.agencies).flatMap(({ oversight }) => oversight)[0].centre.id;
}
