import { refusalBy } from '../access/access.rules.ts';
import { invalidInput, type RegistryError } from '../base/errors.ts';
import { declaredActs } from '../graphql/acts/declared-acts.ts';
import type { Context } from '../tenancy/context.ts';

/** Whether an act would be refused: the refusal that it would answer; null where nothing that is known beforehand refuses it. */
export type Verdict = { readonly act: string; readonly refusal: RegistryError | null };

const declared = (act: string) => {
  const found = declaredActs.get(act);
  if (!found) throw new Error(`There is no act ${act}.`);
  return found;
};

const doneOn = (act: string, typeName: string): RegistryError => {
  const { on } = declared(act).on;
  return invalidInput({
    field: 'acts',
    message: on
      ? { th: 'การกระทำนี้ไม่ทำกับข้อมูลชนิดนี้', en: `${act} is done on ${on}, not on ${typeName}.` }
      : { th: 'การกระทำนี้ไม่ทำกับข้อมูลชนิดนี้', en: `${act} is not done on ${typeName}: ask viewer { can }.` },
  });
};

/** Whether the viewer may do acts at all, by their roles. */
export const verdictsOfViewer = (acts: readonly string[], context: Context): Verdict[] =>
  acts.map((act) => ({ act, refusal: refusalBy(declared(act).by, context) }));

type OneNode = { readonly typeName: string; readonly id: string };

async function refusalOn({ typeName, id }: OneNode, act: string, context: Context): Promise<RegistryError | null> {
  const { by, on } = declared(act);
  if (on.on !== typeName) return doneOn(act, typeName);
  return refusalBy(by, context) ?? on.refusal(context, id);
}

/** Whether the viewer may do acts on a record now, also where the record is shown as of a moment. */
export const verdictsOn = (node: OneNode, acts: readonly string[], context: Context): Promise<Verdict[]> =>
  Promise.all(acts.map(async (act) => ({ act, refusal: await refusalOn(node, act, context.request ?? context) })));
