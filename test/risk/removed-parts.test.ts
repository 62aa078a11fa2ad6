import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { byDoer } from '../contract/doers.ts';
import { changes } from '../kit/person.ts';
import { type Registry, startRegistry } from '../kit/registry.ts';
import { everyMutation, idTypesOf, isNeeded, sampleInput } from '../kit/sample-input.ts';
import { refusalsOf } from '../kit/together.ts';
import { day } from './register-kit.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => registry.stop());

const absent = (type: string): string => encodeGlobalId(type, '00000000-0000-7000-8000-00000000dead');
const approved = `{ riskRegisters(first: 1, where: {status: {eq: APPROVED}}) { edges { node { id version } } } }`;

/** Ids of a risk and of its parts that are gone: the risk was removed from an approved register that was opened again. */
async function removedFromAmended(): Promise<ReadonlyMap<string, string>> {
  const [approver, editor] = [registry.person('sample-1-approver'), registry.person('sample-1-editor')];
  const [{ node: register }] = (await approver.ask(approved)).data.riskRegisters.edges;
  const reopened = { id: register.id, expectedVersion: register.version, reason: 'ปรับปรุง' };
  await approver.does('amendRiskRegister', reopened, 'riskRegister { id }');
  const added = { registerId: register.id, titleTh: 'เรียกรับเงิน', processArea: 'INSPECTION' };
  const { risk } = await editor.does('addRisk', added, 'risk { id version }');
  const { agency } = (await editor.ask('{ agency(code: "SAMPLE-1") { units { id } } }')).data;
  const measure = { riskId: risk.id, measureTh: 'ตรวจซ้ำ', strategy: 'TREAT', dueOn: day(30) };
  const ownerUnitId = agency.units[0].id;
  const { mitigation } = await editor.does('addMitigation', { ...measure, ownerUnitId }, 'mitigation { id }');
  const guarded = { riskId: risk.id, textTh: 'สองคนตรวจ', effectiveness: 'GOOD' };
  const { control } = await editor.does('addControl', guarded, 'control { id }');
  const { version } = (
    await editor.ask('query ($id: ID!) { node(id: $id) { ... on Risk { version } } }', { id: risk.id })
  ).data.node;
  await editor.does('removeRisk', { riskId: risk.id, expectedVersion: version }, 'removedId');
  return new Map([
    ['Risk', risk.id],
    ['Mitigation', mitigation.id],
    ['Control', control.id],
  ]);
}

describe('a part that was removed from a register', () => {
  it('takes nothing any more: every act that names it is refused as for what never was, and nothing is written', async () => {
    const removed = await removedFromAmended();
    const before = await changes(registry);
    const forms = everyMutation()
      .filter(({ input }) => {
        const needed = Object.values(input.getFields()).filter(isNeeded);
        return needed.some((field) => idTypesOf(field)?.some((type) => removed.has(type)));
      })
      .map(({ name, input }) => ({
        name,
        inputType: input.name,
        input: sampleInput(input, {
          fills: isNeeded,
          idOf: ({ types: [type = ''] }) => removed.get(type) ?? absent(type),
        }),
      }));
    expect(forms.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['assessRisk', 'acceptRisk', 'addMitigation', 'addControl', 'editMitigation']),
    );
    for (const [persona, own] of byDoer(forms)) {
      const refusals = await refusalsOf(registry.as(persona), own);
      const codes = refusals.map((refusal, index) => [own[index]?.name, refusal?.extensions.code]);
      expect(codes).toEqual(own.map(({ name }) => [name, 'NOT_FOUND']));
    }
    expect(await changes(registry)).toBe(before);
  });
});
