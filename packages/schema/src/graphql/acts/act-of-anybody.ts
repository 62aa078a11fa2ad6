import { publicViewer } from '../../base/viewer.logic.ts';
import type { Context } from '../../tenancy/context.ts';
import type { Repeatable } from '../../tenancy/idempotency.ts';
import { builder } from '../builder.ts';
import { readInput, refusingFaults } from '../inputs/given-text.ts';
import { describeAct } from './act-description.ts';
import type { ActOptions } from './act-options.ts';
import { declareAct } from './declared-acts.ts';
import { refusedAct, repeatableOf } from './run-act.ts';

type Asked = { readonly context: Context; readonly request: Repeatable | null };

type Options<Input extends object, Result extends object> = Pick<
  ActOptions<Input, Result>,
  'name' | 'description' | 'by' | 'on' | 'errors' | 'input' | 'payload'
> & {
  /** Does it in a transaction of its own: whoever asks may have no account, and acts in no role. */
  readonly work: (input: Input, asked: Asked) => Promise<Result>;
};

/** Defines a mutation of whoever has signed in, known to the registry or not. Whatever it does is done once for each key, as by `act`. */
export function actOfAnybody<Input extends object, Result extends object>(options: Options<Input, Result>): void {
  const { name, input, payload, work } = options;
  declareAct(name, options);
  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      description: describeAct(options),
      args: { input: t.arg({ type: input, required: true, description: 'ข้อมูลที่ใช้ · What is given.' }) },
      resolve: (async (_root: unknown, args: unknown, context: Context, info: Parameters<typeof refusedAct>[1]) => {
        // As in `act`: the argument above is what it says.
        const { input: given, problems } = readInput((args as { input: Input }).input);
        // Where somebody acts has nothing to do with it: there may be no such place the first time, and one when it is repeated.
        const request = repeatableOf({ ...context, viewer: publicViewer }, info, { name, input: given });
        try {
          return await refusingFaults(problems, () => work(given, { context, request }));
        } catch (error) {
          throw refusedAct(error, info);
        }
      }) as never,
    }),
  );
}
