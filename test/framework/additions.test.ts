import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { withApplicationLogin } from '../kit/with-application-login.ts';

const version = 'NACC-LG-2566';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const framework = `framework { version coverage dimensions { number missions { code titleTh subMissions { code } } } }`;

const act = (name: string, input: object, persona = 'city-admin') =>
  registry.person(persona).tries(name, { ...input }, framework);

const refused = async (name: string, input: object) => {
  const before = await rows();
  const { errors } = await act(name, input);
  expect(await rows()).toEqual(before);
  const { code, fields } = errors[0]?.extensions ?? {};
  return { code, fields: (fields ?? []).map(({ field }: { field: string }) => field) };
};

const rows = async () =>
  (
    await registry.rows(`SELECT (SELECT count(*)::int FROM "Framework") AS frameworks, (SELECT count(*)::int FROM "FrameworkMission") AS missions,
        (SELECT count(*)::int FROM "FrameworkSubMission") AS parts, (SELECT count(*)::int FROM "AuditEntry") AS audits`)
  )[0];

const mission = { version, dimension: 1, code: '๑.๒', titleTh: 'การมีส่วนร่วมของประชาชน', titleEn: 'Participation' };
const subMission = { version, mission: '1.2', code: '1.2.2', titleTh: 'ส่งเสริมการมีส่วนร่วม' };

/** Places a new project of a draft plan in sub-mission 1.2.2. */
async function place() {
  const editor = registry.as('sample-1-editor');
  const { data } = await editor('mutation ($input: DraftPlanInput!) { draftPlan(input: $input) { plan { id } } }', {
    input: { titleTh: 'แผนทดลอง', fiscalYearFrom: 2570, fiscalYearTo: 2570, frameworkVersion: version },
  });
  return editor(
    `mutation ($input: AddProjectInput!) { addProject(input: $input) { project { mission { code } subMission { code } } } }`,
    {
      input: {
        planId: data.draftPlan.plan.id,
        place: { dimension: 1, mission: '1.2', subMission: '1.2.2' },
        kind: 'PROJECT',
        titleTh: 'โครงการในภารกิจย่อยใหม่',
        fiscalYears: [2570],
      },
    },
  );
}

describe('the framework that came with the documents', () => {
  it('says that only some of its missions are recorded, and does not say of others that they do not exist', async () => {
    expect((await registry.public(`{ ${framework} }`)).data.framework).toMatchObject({ version, coverage: 'PARTIAL' });
    const { errors } = await place();
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ field: 'place.mission' }] });
    const said = JSON.stringify(errors[0]);
    expect(said).toContain('The registry has not recorded a mission 1.2 in this place of the framework yet');
    expect(said).not.toMatch(/no such|ไม่มีภารกิจนี้/);
  });

  it('takes a mission and a sub-mission from the administrator of the city, in which a project is then placed', async () => {
    const added = await act('addFrameworkMission', mission);
    expect(added.errors).toEqual([]);
    const missions = added.data.addFrameworkMission.framework.dimensions[0].missions;
    expect(missions.map(({ code }: { code: string }) => code)).toEqual(['1.1', '1.2']);
    const { data, errors } = await act('addFrameworkSubMission', subMission);
    expect(errors).toEqual([]);
    expect(data.addFrameworkSubMission.framework.dimensions[0].missions[1].subMissions).toEqual([{ code: '1.2.2' }]);
    expect((await place()).data.addProject.project).toEqual({
      mission: { code: '1.2' },
      subMission: { code: '1.2.2' },
    });
    const [entry] = await registry.rows(
      `SELECT role, act FROM "AuditEntry" WHERE entity = 'FrameworkSubMission' ORDER BY at DESC LIMIT 1`,
    );
    expect(entry).toEqual({ role: 'CITY_ADMIN', act: 'addFrameworkSubMission' });
  });

  it('refuses a part that is there already, stands elsewhere or has no whole, and nothing is added', async () => {
    const invalid = (field: string) => ({ code: 'INVALID_INPUT', fields: [field] });
    expect(await refused('addFrameworkMission', mission)).toEqual(invalid('code'));
    expect(await refused('addFrameworkSubMission', subMission)).toEqual(invalid('code'));
    expect(await refused('addFrameworkMission', { ...mission, code: '2.4' })).toEqual(invalid('code'));
    expect(await refused('addFrameworkSubMission', { ...subMission, code: '1.1.9' })).toEqual(invalid('code'));
    expect(await refused('addFrameworkMission', { ...mission, code: '1.3', titleTh: ' ' })).toEqual(invalid('titleTh'));
    expect(await refused('addFrameworkMission', { ...mission, dimension: 9 })).toEqual({
      code: 'NOT_FOUND',
      fields: ['dimension'],
    });
    for (const [name, input] of [
      ['addFrameworkMission', mission],
      ['addFrameworkSubMission', subMission],
    ] as const)
      expect(await refused(name, { ...input, version: 'NONE' })).toEqual({ code: 'NOT_FOUND', fields: ['version'] });
    expect((await refused('addFrameworkSubMission', { ...subMission, mission: '4.9' })).code).toBe('NOT_FOUND');
  });
});

describe('a framework of which everything is recorded', () => {
  it('is said to be complete by the administrator of the city alone, with the words by what, once each dimension has its missions', async () => {
    const input = { version, reason: 'ตรวจกับคู่มือการจัดทำแผนของสำนักงาน ป.ป.ช. แล้ว' };
    const forbidden = await act('completeFramework', input, 'centre');
    expect(forbidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await refused('completeFramework', { ...input, reason: ' ' })).toEqual({
      code: 'INVALID_INPUT',
      fields: ['reason'],
    });
    expect((await refused('completeFramework', { ...input, version: 'X' })).code).toBe('NOT_FOUND');
    const empty = {
      version: 'NACC-LG-9999',
      titleTh: 'ก',
      titleEn: 'a',
      fiscalYearFrom: 2590,
      fiscalYearTo: 2591,
      coverage: 'PARTIAL',
    };
    const dimensions = [1, 2, 3, 4].map((number) => ({
      number,
      titleTh: `มิติ ${number}`,
      titleEn: `Dimension ${number}`,
    }));
    expect((await act('addFramework', { ...empty, dimensions })).errors).toEqual([]);
    expect(await refused('completeFramework', { ...input, version: empty.version })).toEqual({
      code: 'INVALID_INPUT',
      fields: ['version', 'version', 'version', 'version'],
    });

    const { data, errors } = await act('completeFramework', input);
    expect(errors).toEqual([]);
    expect(data.completeFramework.framework.coverage).toBe('COMPLETE');
    expect((await refused('completeFramework', input)).code).toBe('ILLEGAL_TRANSITION');
    const [entry] = await registry.rows(
      `SELECT role, act, reason FROM "AuditEntry" WHERE entity = 'Framework' AND act = 'completeFramework'`,
    );
    expect(entry).toEqual({ role: 'CITY_ADMIN', act: 'completeFramework', reason: input.reason });
  });

  it('loses neither that nor its name to whoever has the login of the application', async () => {
    const acting = { agencyCode: 'SAMPLE-1', sub: 'demo|city-admin', role: 'CITY_ADMIN', act: 'completeFramework' };
    const attempt = (statement: string) =>
      withApplicationLogin(
        registry.database,
        acting,
        `SELECT set_config('app.agency', '', true), set_config('app.duty', 'reference', true); ${statement}`,
      );
    expect(await attempt(`UPDATE "Framework" SET coverage = 'PARTIAL'`)).toBe('42501');
    expect(await attempt(`UPDATE "Framework" SET "titleTh" = 'x'`)).toBe('42501');
  });
});

describe('a new version of the framework', () => {
  const dimensions = [1, 2, 3, 4].map((number) => ({
    number,
    titleTh: `มิติที่ ${number}`,
    titleEn: `Dimension ${number}`,
  }));
  const next = {
    version: 'NACC-LG-2571',
    titleTh: 'กรอบแผนรุ่นใหม่',
    titleEn: 'The next framework',
    fiscalYearFrom: 2571,
    fiscalYearTo: 2575,
    coverage: 'COMPLETE',
    dimensions,
  };

  it('is added with its four dimensions, once', async () => {
    const { data, errors } = await act('addFramework', next);
    expect(errors).toEqual([]);
    expect(data.addFramework.framework).toMatchObject({ version: next.version, coverage: 'COMPLETE' });
    expect(data.addFramework.framework.dimensions.map(({ number }: { number: number }) => number)).toEqual([
      1, 2, 3, 4,
    ]);
    for (const again of [next.version, next.version.toLowerCase()])
      expect(await refused('addFramework', { ...next, version: again })).toEqual({
        code: 'INVALID_INPUT',
        fields: ['version'],
      });
    const { errors: said } = await act('addFramework', next);
    expect(said[0]?.extensions.fields[0].code).toBe('FRAMEWORK_VERSION_TAKEN');
    expect(said[0]?.message).toContain('Source: rule of the registry.');
  });

  it('waits for its first year: whoever names none is given the one that has begun', async () => {
    expect((await registry.public(`{ ${framework} }`)).data.framework.version).toBe(version);
    const { data } = await registry.public(`{ framework(version: "${next.version}") { version } }`);
    expect(data.framework.version).toBe(next.version);
  });

  it('is refused with years that run back and with dimensions that do not fit', async () => {
    const { fields } = await refused('addFramework', {
      ...next,
      version: 'X',
      fiscalYearTo: 2570,
      dimensions: [...dimensions.slice(0, 3), dimensions[0]],
    });
    expect(fields).toEqual(['fiscalYearTo', 'dimensions']);
  });

  it('is added by nobody else', async () => {
    for (const persona of ['centre', 'analyst', 'sample-1-approver'])
      expect((await act('addFramework', { ...next, version: 'Y' }, persona)).errors[0]?.extensions?.code).toBe(
        'FORBIDDEN',
      );
  });
});
