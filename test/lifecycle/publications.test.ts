import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { announcementOf } from '../kit/announcement.ts';
import { changes, type Person, refusalOf } from '../kit/person.ts';
import { nodes, type Registry, startRegistry } from '../kit/registry.ts';
import { withApplicationLogin } from '../kit/with-application-login.ts';
import { day } from '../risk/register-kit.ts';

const kinds = [
  { model: 'RiskRegister', list: 'riskRegisters', payload: 'riskRegister' },
  { model: 'SwotAnalysis', list: 'swotAnalyses', payload: 'swotAnalysis' },
  { model: 'YearReport', list: 'planReports', payload: 'yearReport' },
  { model: 'Plan', list: 'plans', payload: 'plan' },
] as const;

let registry: Registry;
let approver: Person;
let announcement: Record<string, unknown>;
beforeAll(async () => {
  registry = await startRegistry();
  approver = registry.person('sample-1-approver');
  announcement = await announcementOf(approver.ask);
});
afterAll(async () => registry.stop());

type Kind = (typeof kinds)[number];

async function approved({ list }: Kind): Promise<{ id: string; version: number }> {
  const { data } = await approver.ask(
    `{ ${list}(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id version } } } }`,
  );
  return nodes(data[list])[0];
}

const publish = async (kind: Kind, given: unknown, ask = approver.ask, language = 'en') => {
  const { id, version } = await approved(kind);
  return ask(
    `mutation ($input: Publish${kind.model}Input!) { publish${kind.model}(input: $input) { ${kind.payload} { id status } } }`,
    { input: { id, expectedVersion: version, announcement: given } },
    { 'accept-language': language },
  );
};

type Answer = Awaited<ReturnType<typeof publish>>;
const problemsOf = ({ errors }: Answer) =>
  (errors[0]?.extensions.fields ?? []).map(({ code, field }: Record<string, string>) => `${code} ${field}`);

const [register] = kinds;

/** What is refused, with every field that is told, and nothing changed. */
async function refused(given: unknown): Promise<string[]> {
  const before = await changes(registry);
  const answer = await publish(register, given);
  expect(answer.errors[0]?.extensions.code).toBe('INVALID_INPUT');
  expect(await changes(registry)).toBe(before);
  return problemsOf(answer);
}

describe('a publication', () => {
  it.each(kinds)(
    'of a $model is refused without its announcement, with where that rule comes from, in both languages',
    async (kind) => {
      for (const [language, source] of [
        ['th', '(ที่มา: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ'],
        ['en', '(Source: Prime Minister’s Office Regulation on Correspondence'],
      ] as const) {
        const answer = await publish(kind, undefined, approver.ask, language);
        expect(problemsOf(answer)).toEqual(['PUBLICATION_WITHOUT_ANNOUNCEMENT announcement']);
        expect(answer.errors[0]?.message).toContain(source);
      }
    },
  );

  it('names everything that its announcement lacks at once', async () => {
    expect((await refused({})).sort()).toEqual(
      [
        'announcementAddress',
        'announcementKind',
        'announcementNo',
        'announcedOn',
        'signedByPositionId',
        'signerCapacity',
      ]
        .map((field) => `ANNOUNCEMENT_INCOMPLETE announcement.${field}`)
        .sort(),
    );
  });

  it.each([
    [
      'neither a number, nor that there is none',
      { bearsNoNumber: null },
      'ANNOUNCEMENT_INCOMPLETE announcement.announcementNo',
    ],
    [
      'a number and that there is none',
      { announcementNo: '12/2570' },
      'NUMBER_OF_UNNUMBERED announcement.announcementNo',
    ],
    ['a day to come', { announcedOn: day(1) }, 'ANNOUNCED_LATER announcement.announcedOn'],
    [
      'an address that leads nowhere',
      { announcementAddress: 'บอร์ดหน้าสำนักงาน' },
      'ANNOUNCEMENT_NOT_A_PAGE announcement.announcementAddress',
    ],
    [
      'an address that runs a program',
      { announcementAddress: 'javascript:alert(1)' },
      'ANNOUNCEMENT_NOT_A_PAGE announcement.announcementAddress',
    ],
    [
      'a signer who stands in for nobody',
      { signerCapacity: 'ACTING' },
      'SIGNER_NOT_APPOINTED announcement.signerCapacity',
    ],
  ])('is refused with %s', async (_what, more, problem) => {
    expect(await refused({ ...announcement, ...more })).toEqual([problem]);
  });

  it('is not announced before the centre approved what is published', async () => {
    await registry.rows(
      `SET session_replication_role = 'replica'; UPDATE "StatusChange" SET at = now() WHERE act = 'APPROVE'`,
    );
    expect(await refused({ ...announcement, announcedOn: day(-1) })).toEqual([
      'ANNOUNCED_BEFORE_APPROVAL announcement.announcedOn',
    ]);
  });

  it('is not signed by a position of another agency, which is as if it were not there', async () => {
    const other = await announcementOf(registry.as('sample-2-approver'));
    const answer = await publish(register, { ...announcement, signedByPositionId: other.signedByPositionId });
    expect(refusalOf(answer)).toEqual(['NOT_FOUND', 'announcement.signedByPositionId']);
  });

  it.each(kinds)(
    'of a $model tells everybody how it was made known, in the edition and in its content',
    async (kind) => {
      const given = { ...announcement, bearsNoNumber: false, announcementNo: '๗/๒๕๖๙' };
      const { data, errors } = await publish(kind, given);
      expect(errors).toEqual([]);
      const { id } = data[`publish${kind.model}`][kind.payload];
      const seen = await registry.as('sample-1-viewer')(
        `query ($id: ID!) { node(id: $id) { ... on ${kind.model} { ${kind.model === 'Plan' ? 'announcedOn' : '__typename'} editions(first: 1) { edges { node { id } } } changes(sinceEdition: 1) { field } } } }`,
        { id },
      );
      const [edition] = nodes(seen.data.node.editions);
      // What was announced is no change of the record.
      expect(seen.data.node.changes).toEqual([]);
      if (kind.model === 'Plan') expect(seen.data.node.announcedOn).toBe(announcement.announcedOn);
      const told = await registry.public(
        `query ($id: ID!) { node(id: $id) { ... on Edition { address content announcementKind announcementNo announcedOn
        announcementSignerTitleTh announcementSignerCapacity announcementAddress } } }`,
        { id: edition.id },
      );
      const { address, content, ...rest } = told.data.node;
      expect(rest).toEqual({
        announcementKind: 'ANNOUNCEMENT',
        announcementNo: '๗/๒๕๖๙',
        announcedOn: announcement.announcedOn,
        announcementSignerTitleTh: 'ผู้อำนวยการเขต',
        announcementSignerCapacity: 'HOLDER',
        announcementAddress: announcement.announcementAddress,
      });
      expect((await registry.http({ url: address })).body).toBe(content);
      expect(JSON.parse(content).announcement).toEqual({
        kind: 'ANNOUNCEMENT',
        no: '๗/๒๕๖๙',
        announcedOn: announcement.announcedOn,
        signerTitleTh: 'ผู้อำนวยการเขต',
        signerCapacity: 'HOLDER',
        address: announcement.announcementAddress,
      });
    },
  );

  it('stands in the audit trail with what was announced', async () => {
    const [entry] = await registry.rows<{ text: string }>(
      `SELECT e::text AS text FROM "AuditEntry" e WHERE act = 'publishPlan' AND e::text LIKE '%announcementAddress%' LIMIT 1`,
    );
    expect(entry?.text).toContain('https://sample.example/announcements/1');
  });

  it('is neither made without an announcement by whoever has the login of the application', async () => {
    const acting = { agencyCode: 'SAMPLE-1', sub: 'demo|sample-1-approver', role: 'APPROVER', act: 'publishPlan' };
    const copy = (columns: string, values: string) =>
      withApplicationLogin(
        registry.database,
        acting,
        `INSERT INTO "Edition" (id, "agencyId", kind, "planId", number, "fiscalYear", "titleTh", content, "contentHash", "accountId"${columns})
         SELECT gen_random_uuid(), "agencyId", kind, "planId", 9, "fiscalYear", "titleTh", content, "contentHash", app.account()${values}
         FROM "Edition" WHERE kind = 'PLAN' LIMIT 1`,
      );
    const columns = ['Kind', 'SignedById', 'SignerTitleTh', 'SignerCapacity', 'Address']
      .map((name) => `, "announcement${name}"`)
      .join('');
    expect(await copy('', '')).toBe('RG422');
    expect(await copy(`${columns}, "announcedOn"`, `${columns}, "announcedOn"`)).toBe(1);
    // Neither by halves, nor by an announcement that is yet to come.
    expect(await copy(columns, columns)).toBe('23514');
    expect(await copy(`${columns}, "announcedOn"`, `${columns}, "announcedOn" + 2`)).toBe('23514');
  });

  it('keeps the position that signed it', async () => {
    const answer = await registry.as('sample-1-agency-admin')(
      'mutation ($input: RemovePositionInput!) { removePosition(input: $input) { agency { code } } }',
      { input: { positionId: announcement.signedByPositionId, expectedVersion: 1 } },
    );
    expect(answer.errors[0]?.message).toContain('announcements that it signed');
  });
});
