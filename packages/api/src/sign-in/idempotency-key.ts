import { RegistryError } from '@registry/schema/base/errors.ts';

/** The client's name for a change that it may have to send again. */
export function idempotencyKeyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return header;
  throw new RegistryError(
    'INVALID_INPUT',
    {
      th: 'Idempotency-Key ต้องเป็นอักขระ ASCII ไม่มีช่องว่าง ยาว 1 ถึง 200 ตัว',
      en: 'An Idempotency-Key is 1 to 200 printable ASCII characters without blanks.',
    },
    [],
    { refusesRequest: true },
  );
}
