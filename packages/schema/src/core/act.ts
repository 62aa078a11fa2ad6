import type { ActOptions } from './act-options.ts';
import { builder } from './builder.ts';
import { bulkOf } from './bulk.ts';
import { readInput } from './given-text.ts';
import { perform } from './perform.ts';
import { removing } from './removed.ts';

/** Defines a mutation named by what it does, which takes one input and returns what changed; and its bulk form, where it has one. */
export function act<Input extends object, Result extends object>(said: ActOptions<Input, Result>): void {
  const options = removing(said);
  const { name, description, input, payload, reason, work } = options;
  builder.mutationField(name, (t) =>
    t.field({
      type: payload,
      description,
      args: { input: t.arg({ type: input, required: true, description: 'ข้อมูลที่ใช้ · What is given.' }) },
      resolve: (_root, args, context, info) => {
        // Pothos cannot follow a type parameter through its conditional types; the argument above is what it says.
        const { input } = args as unknown as { input: Input };
        const given = readInput(input);
        return perform(context, info, { name, input: given, reason: reason?.(given) }, (each) =>
          work(given, each),
        ) as never;
      },
    }),
  );
  if (options.bulk) bulkOf(options.bulk, options);
}
