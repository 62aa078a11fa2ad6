import { encodeGlobalId } from '@registry/schema/graphql/global-id.logic.ts';
import { asSuperuser } from '../kit/database-copy.ts';
import { drawn } from '../kit/generated.ts';
import { type IdSlot, mutationForms } from '../kit/mutation-walk.ts';
import type { Registry } from '../kit/registry.ts';
import { doerOf, doers } from './doers.ts';
import { leaksIn, type Prober, tenantTypes, type World } from './isolation-world.ts';

const absent = '00000000-0000-7000-8000-00000000dead';

/** Gives the records of the sample agency a status, so that the acts of that status get as far as they can. */
const setStatuses = (world: World, status: string) =>
  asSuperuser(
    world.database.superuser,
    `SET session_replication_role = 'replica';
     ${['Plan', 'SwotAnalysis', 'RiskRegister', 'YearReport']
       .map(
         (table) =>
           `UPDATE "${table}" t SET status = '${status}' FROM "Agency" g WHERE g.id = t."agencyId" AND g.code = 'SAMPLE-1'`,
       )
       .join(';\n')}`,
  );

type Rows = { readonly own: ReadonlyMap<string, string>; readonly foreign: ReadonlyMap<string, string> };

/** Of each type a record that the doer may write, and one that it must not even know of. */
async function rowsFor(world: World, doer: Prober): Promise<Rows> {
  const pick = async (condition: string) => {
    const found = await asSuperuser<{ type: string; id: string }>(
      world.database.superuser,
      tenantTypes
        .map(
          (type) =>
            `(SELECT '${type}' AS type, t.id FROM "${type}" t JOIN "Agency" g ON g.id = t."agencyId" WHERE ${condition} ORDER BY t.id LIMIT 1)`,
        )
        .join(' UNION ALL '),
    );
    return new Map(found.map(({ type, id }) => [type, id]));
  };
  return doer.agencyCode
    ? { own: await pick(`g.code = '${doer.agencyCode}'`), foreign: await pick(`g.code = 'SAMPLE-2'`) }
    : { own: await pick('t.disclosure = 1'), foreign: await pick('t.disclosure = 0') };
}

/** How many entries the trails of others have: every change makes one, and each trail counts its own. */
const changesOutside = async (world: World, doer: Prober): Promise<string | undefined> => {
  const [row] = await asSuperuser<{ count: string }>(
    world.database.superuser,
    `SELECT sum(h.seq)::text AS count FROM "AuditHead" h LEFT JOIN "Agency" g ON g.id = h."agencyId" WHERE g.code IS DISTINCT FROM $1`,
    [doer.agencyCode],
  );
  return row?.count;
};

/** Every mutation with every id that it takes, each once as a record out of reach and once as one that does not exist. */
export async function probeMutations(world: World, registry: Registry): Promise<{ probes: number; wrong: string[] }> {
  const wrong: string[] = [];
  let probes = 0;
  const rowsOf = new Map<Prober, Rows>();
  for (const doer of doers) rowsOf.set(doer, await rowsFor(world, doer));
  const forms = mutationForms().map((form) => ({ form, doer: doerOf(form.name) }));
  for (const status of ['DRAFT', 'APPROVED']) {
    await setStatuses(world, status);
    for (const { form, doer } of drawn(forms)) {
      const ask = registry.as(doer.persona ?? '');
      const { own, foreign } = rowsOf.get(doer) ?? (await rowsFor(world, doer));
      for (const slot of form.slots.filter(({ types }) => types.some((type) => tenantTypes.includes(type)))) {
        const [type = ''] = slot.types;
        const secret = foreign.get(type) ?? absent;
        const idOf = (id: string) => (each: IdSlot) => {
          const [own_ = ''] = each.types;
          return encodeGlobalId(own_, each.path === slot.path ? id : (own.get(own_) ?? absent));
        };
        const before = await changesOutside(world, doer);
        const [meant, nothing] = [form.request(idOf(secret)), form.request(idOf(absent))];
        const [answer, reference] = [
          await ask(meant.query, meant.variables),
          await ask(nothing.query, nothing.variables),
        ];
        probes += 1;
        const where = `${form.name} ${slot.path} (${doer.role}, ${status})`;
        if (answer.errors.length === 0) wrong.push(`${where} was done`);
        if (answer.errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR'))
          wrong.push(`${where} failed inside: ${answer.text.slice(0, 300)}`);
        else if (answer.text !== reference.text)
          wrong.push(
            `${where} differs from an absent record: ${answer.text.slice(0, 200)} / ${reference.text.slice(0, 200)}`,
          );
        if ((await changesOutside(world, doer)) !== before) wrong.push(`${where} changed another agency`);
        for (const leak of leaksIn(answer.text, doer, world, () => false)) wrong.push(`${where}: ${leak}`);
      }
    }
  }
  return { probes, wrong };
}
