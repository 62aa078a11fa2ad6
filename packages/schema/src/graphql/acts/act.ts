import { builder } from '../builder.ts';
import { readInput, refusingFaults } from '../inputs/given-text.ts';
import { describeAct } from './act-description.ts';
import type { ActOptions } from './act-options.ts';
import { bulkOf } from './bulk.ts';
import { declareAct } from './declared-acts.ts';
import { removing } from './removed.ts';
import { runAct } from './run-act.ts';

/** Defines a mutation, which takes one input and returns what changed; and its bulk form, where it has one. */
export function act<Input extends object, Result extends object>(said: ActOptions<Input, Result>): void {
  const options = removing(said);
  const { name, input, payload, reason, work } = options;
  declareAct(name, options);
  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      description: describeAct(options),
      args: { input: t.arg({ type: input, required: true, description: 'ข้อมูลที่ใช้ · What is given.' }) },
      resolve: (_root, args, context, info) => {
        // Pothos cannot follow a type parameter through its conditional types; the argument above is what it says.
        const { input, problems } = readInput((args as unknown as { input: Input }).input);
        // The act is refused for a reason that is no valid text.
        const why = problems.length > 0 ? null : reason?.(input);
        return runAct(context, info, { name, input, reason: why }, (each) =>
          refusingFaults(problems, () => work(input, each)),
        ) as never;
      },
    }),
  );
  if (options.bulk) bulkOf(options.bulk, options);
}
