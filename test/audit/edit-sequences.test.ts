import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Registry, startRegistry } from '../kit/registry.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

type Edit =
  | { readonly kind: 'rename'; readonly titleTh: string; readonly isStale: boolean }
  | { readonly kind: 'note'; readonly noteTh: string | null; readonly isStale: boolean }
  | { readonly kind: 'assess'; readonly likelihood: number; readonly impact: number; readonly isStale: boolean }
  | { readonly kind: 'causes'; readonly texts: readonly string[]; readonly isStale: boolean };

const text = fc.constantFrom('เรียกรับเงิน', 'แบ่งซื้อแบ่งจ้าง', 'ใช้รถราชการ', '๑๒๓', '');
// Likelihood and impact beyond 5 and empty texts are refused: sequences mix what is done with what is not.
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), titleTh: text, isStale: fc.boolean() }),
  fc.record({ kind: fc.constant('note' as const), noteTh: fc.option(text), isStale: fc.boolean() }),
  fc.record({
    kind: fc.constant('assess' as const),
    likelihood: fc.integer({ min: 0, max: 6 }),
    impact: fc.integer({ min: 1, max: 5 }),
    isStale: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('causes' as const), texts: fc.array(text, { maxLength: 3 }), isStale: fc.boolean() }),
);

function request(change: Edit, riskId: string, expectedVersion: number): [string, Record<string, unknown>] {
  const at = { riskId, expectedVersion };
  switch (change.kind) {
    case 'rename':
      return ['editRisk', { ...at, titleTh: change.titleTh }];
    case 'note':
      return ['editRisk', { ...at, noteTh: change.noteTh }];
    case 'causes':
      return ['editRisk', { ...at, causes: change.texts.map((textTh) => ({ textTh })) }];
    case 'assess':
      return [
        'assessRisk',
        {
          ...at,
          phase: 'INHERENT',
          likelihood: change.likelihood,
          impact: change.impact,
          justificationTh: 'ทบทวนประจำเดือน',
        },
      ];
  }
}

type Row = Readonly<Record<string, unknown>>;
type Entry = { readonly action: string; readonly before: Row | null; readonly after: Row | null };

it('any sequence of edits leaves version, history and audit trail in agreement', async () => {
  const editor = registry.person('sample-1-editor');
  const { riskRegister } = await editor.does('draftRiskRegister', { fiscalYear: 2571 }, 'riskRegister { id }');
  const one = async <Result extends object>(sql: string, id: string | undefined) =>
    (await registry.rows<Result>(sql, [id]))[0];
  let edits = 0;
  let done = 0;

  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (changes) => {
      const { risk } = await editor.does(
        'addRisk',
        { registerId: riskRegister.id, titleTh: 'ความเสี่ยงตั้งต้น', processArea: 'OTHER' },
        'risk { id version }',
      );
      const id = Buffer.from(risk.id, 'base64url').toString('utf8').split(':')[1];
      let version: number = risk.version;
      let assessments = 0;
      for (const change of changes) {
        const [name, input] = request(change, risk.id, change.isStale ? version - 1 : version);
        const { errors } = await editor.tries(name, input, 'risk { version }');
        edits += 1;
        if (errors.length > 0) {
          expect(['CONFLICT', 'INVALID_INPUT']).toContain(errors[0]?.extensions.code);
          continue;
        }
        expect(change.isStale).toBe(false);
        done += 1;
        version += 1;
        if (change.kind === 'assess') assessments += 1;
      }

      const row = await one<{ row: Row }>(`SELECT to_jsonb(r) - 'disclosure' AS row FROM "Risk" r WHERE id = $1`, id);
      expect(row?.row.version).toBe(version);
      const history = await one<{ count: number }>(
        'SELECT count(*)::int AS count FROM "Assessment" WHERE "riskId" = $1',
        id,
      );
      expect(history?.count).toBe(assessments);
      // The trail alone makes the row again: its first entry, changed by every later one.
      const entries = await registry.rows<Entry>(
        'SELECT action::text, before, after FROM "AuditEntry" WHERE "entityId" = $1 ORDER BY seq',
        [id],
      );
      expect(entries[0]?.action).toBe('INSERT');
      const replayed: Record<string, unknown> = {};
      for (const { action, before, after } of entries) {
        if (action === 'UPDATE') {
          for (const [column, value] of Object.entries(before ?? {})) expect(replayed[column]).toEqual(value);
        }
        Object.assign(replayed, after);
      }
      expect(replayed).toEqual(row?.row);
    }),
    { numRuns: 25 },
  );
  const faults = await registry.rows('SELECT * FROM app.audit_faults()');
  expect(faults).toEqual([]);
  console.info(`${edits} random edits, ${done} of them done: version, history and audit trail agree`);
}, 60_000);
