import { builder } from '../builder.ts';
import { encodeGlobalId } from '../global-id.logic.ts';
import type { ActOptions } from './act-options.ts';

const shown = new WeakSet<object>();

const idIn = (result: object): string | null =>
  'removedId' in result && typeof result.removedId === 'string' ? result.removedId : null;

/** Gives a payload the id of what was removed, once; acts that remove nothing may share it. */
function showRemoved<Input extends object, Result extends object>({ payload }: ActOptions<Input, Result>): void {
  if (shown.has(payload)) return;
  shown.add(payload);
  builder.objectField(payload, 'removedId', (t) =>
    t.id({
      nullable: true,
      description:
        'รหัสของสิ่งที่ถูกลบ สำหรับนำออกจากข้อมูลที่เก็บไว้ · Id of what was removed, to take it out of what the client keeps; null for an act that removes nothing.',
      resolve: idIn,
    }),
  );
}

/** An act that removes something says what, also when it is repeated. */
export function removing<Input extends object, Result extends object>(
  options: ActOptions<Input, Result>,
): ActOptions<Input, Result> {
  const { removes, work } = options;
  if (!removes) return options;
  showRemoved(options);
  return {
    ...options,
    work: async (input, tx) => {
      const { typename, id } = removes(input);
      return { ...(await work(input, tx)), removedId: encodeGlobalId(typename, id) };
    },
  };
}
