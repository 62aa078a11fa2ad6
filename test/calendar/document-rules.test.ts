import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rulesName } from '@registry/seed/reference/document-rules.ts';
import { seedDatabase } from '@registry/seed/seed-database.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const rulesOf = async (isDuty?: boolean): Promise<any[]> => {
  const { data } = await registry.public(
    `query ($isDuty: Boolean) { documentRules(isDuty: $isDuty) { code kind isDuty subjectTh subjectEn bearerTh bearerEn recipientTh
      frequency reasonTh reasonEn sourceDocument sourceSection clock { code days calendar binds sourceDocument sourceSection } } }`,
    { isDuty: isDuty ?? null },
  );
  return data.documentRules;
};

const countBy = (rows: readonly any[], key: string) => {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[row[key]] = (counts[row[key]] ?? 0) + 1;
  return counts;
};

describe('the rules of the documents', () => {
  it('are all accounted for: 109, as duties or with the reason why they are none', async () => {
    const rules = await rulesOf();
    expect(countBy(rules, 'sourceDocument')).toEqual({ '000': 53, '001': 15, '002': 31, '003': 5, '004': 5 });
    const [duties, others] = [await rulesOf(true), await rulesOf(false)];
    expect([...duties, ...others].map(({ code }) => code).sort()).toEqual(rules.map(({ code }) => code).sort());
    expect([duties.length, others.length]).toEqual([51, 58]);
    for (const { reasonTh, reasonEn } of others) expect(reasonTh && reasonEn).toBeTruthy();
  });

  it('as duties say what, from where, and who but where the document names nobody', async () => {
    const duties = await rulesOf(true);
    expect(duties.filter(({ bearerTh }) => bearerTh === null).map(({ code }) => code)).toEqual([
      'ABG-8.1.2-yes',
      'ABG-8.2.2',
      'ABG-8.4',
    ]);
    for (const { subjectTh, subjectEn, sourceSection, reasonTh } of duties)
      expect([subjectTh.length > 5, subjectEn.length > 5, sourceSection !== '', reasonTh]).toEqual([
        true,
        true,
        true,
        null,
      ]);
    expect(duties.find(({ code }) => code === 'ABG-6.4-3')).toMatchObject({
      kind: 'DEADLINE',
      bearerTh: 'ผู้มีอำนาจ',
      recipientTh: 'สำนักงาน ก.ก.',
      clock: { days: null, calendar: 'AS_SOON_AS_POSSIBLE', binds: 'OFFICIAL' },
    });
  });

  it('have every legal clock as the time of a duty, from the same place of the same document', async () => {
    const { data } = await registry.public('{ legalClocks { code } }');
    const timed = (await rulesOf(true)).filter(({ clock }) => clock !== null);
    expect(timed.map(({ code }) => code)).toEqual(data.legalClocks.map(({ code }: { code: string }) => code));
    for (const { code, clock, sourceDocument, sourceSection } of timed)
      expect({ code, sourceDocument, sourceSection }).toEqual({
        code: clock.code,
        sourceDocument: clock.sourceDocument,
        sourceSection: clock.sourceSection,
      });
    expect((await rulesOf()).filter(({ kind }) => kind === 'DEADLINE').every(({ clock }) => clock !== null)).toBe(true);
    expect(timed.filter(({ clock }) => clock.days > 0)).toHaveLength(13);
  });

  it('return by the calendar where the document says how often', async () => {
    expect(
      countBy(
        (await rulesOf(true)).filter(({ frequency }) => frequency !== null),
        'frequency',
      ),
    ).toEqual({
      MONTHLY: 4,
      HALF_YEARLY_AND_YEARLY: 1,
    });
  });

  it('reach a registry that was set up before, with the clocks as they are now', async () => {
    const { superuser, owner } = registry.database;
    await asSuperuser(
      superuser,
      `SELECT set_config('app.account', app.registry_account()::text, false); DELETE FROM "DocumentRule"; DELETE FROM "LegalClock" WHERE days IS NULL;
       UPDATE "LegalClock" SET binds = 'OFFICIAL', "sourceSection" = 'Anti-Bribery guideline 8.6' WHERE code = 'ABG-8.6';
       DELETE FROM "Dataset" WHERE name = '${rulesName}'`,
    );
    const { datasets } = await seedDatabase({ ownerUrl: owner, withSamples: false });
    expect(datasets.filter(({ loaded }) => loaded)).toEqual([{ name: rulesName, loaded: true, rows: 109 + 3 }]);
    const rules = await rulesOf();
    expect(rules).toHaveLength(109);
    expect(rules.find(({ code }) => code === 'ABG-8.6').clock).toMatchObject({ binds: 'PRIVATE_PERSON' });
  });
});
