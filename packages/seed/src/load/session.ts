import { createPool } from '@registry/prisma/client.ts';

/**
 * One connection that a load is written through. Its statements are the same for every agency, so each is prepared once: prepared anew
 * thousands of times, as Prisma would, they take longer than what they do.
 */
export type LoadSession = {
  /** Runs a statement whose values are in the places of a template; answers how many rows it wrote. */
  run(strings: TemplateStringsArray, ...values: unknown[]): Promise<number>;
  /** The rows of a question without values. */
  ask<Row extends object>(text: string): Promise<Row[]>;
  transaction<Result>(work: () => Promise<Result>): Promise<Result>;
  end(): Promise<void>;
};

export async function openSession(url: string): Promise<LoadSession> {
  const pool = createPool({ url, max: 1, statementTimeoutMs: 0 });
  const connection = await pool.connect();
  const names = new Map<TemplateStringsArray, string>();
  const nameOf = (strings: TemplateStringsArray): string => {
    const name = names.get(strings) ?? `load${names.size}`;
    names.set(strings, name);
    return name;
  };
  const textOf = (strings: TemplateStringsArray): string =>
    strings.reduce((text, part, index) => `${text}$${index}${part}`);
  return {
    async run(strings, ...values) {
      const { rowCount } = await connection.query({ name: nameOf(strings), text: textOf(strings), values });
      return rowCount ?? 0;
    },
    ask: async <Row extends object>(text: string) => (await connection.query<Row>(text)).rows,
    async transaction(work) {
      await connection.query({ text: 'BEGIN' });
      try {
        const result = await work();
        await connection.query({ text: 'COMMIT' });
        return result;
      } catch (error) {
        await connection.query({ text: 'ROLLBACK' });
        throw error;
      }
    },
    async end() {
      connection.release();
      await pool.end();
    },
  };
}
