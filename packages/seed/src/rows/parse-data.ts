import type { z } from 'zod';

/** Checks the content of a data file; a wrong one is refused with the file's name and the path of each wrong value. */
export function parseData<Schema extends z.ZodType>(file: string, schema: Schema, content: unknown): z.output<Schema> {
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  const places = result.error.issues.slice(0, 10).map(({ path, message }) => `  ${file}${pathText(path)}: ${message}`);
  throw new Error(
    [`ข้อมูลตั้งต้นไม่ถูกต้อง โปรดแก้ไฟล์ packages/seed/data/${file} · Seed data is wrong; correct this file:`, ...places].join(
      '\n',
    ),
  );
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
