import { type Model, models } from '@registry/prisma/generated/model.ts';
import type fc from 'fast-check';
import type { Row, Samples } from './samples.ts';

/** Whether a read is one that a client of the API may cause, or any that a slice may write. */
export type Style = 'api' | 'slice';

/** What reads are made of. The models refer to each other, so each part is made once and used wherever it occurs. */
export class Source {
  readonly style: Style;
  readonly #samples: Samples;
  readonly #made = new Map<string, fc.Arbitrary<Row>>();

  constructor(samples: Samples, style: Style) {
    this.#samples = samples;
    this.style = style;
  }

  rowsOf(model: string): readonly Row[] {
    return this.#samples[model] ?? [];
  }

  once(part: string, model: string, depth: number, make: () => fc.Arbitrary<Row>): fc.Arbitrary<Row> {
    const key = `${part} ${model} ${depth}`;
    const made = this.#made.get(key) ?? make();
    this.#made.set(key, made);
    return made;
  }
}

export const modelOf = (name: string): Model => {
  const model = models[name];
  if (!model) throw new Error(`No model ${name}.`);
  return model;
};
