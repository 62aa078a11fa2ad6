import { invalidInput } from '../base/errors.ts';

const isNamed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of variables by their names, none when left out. */
export function givenVariables(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (isNamed(value)) return value;
  throw invalidInput({
    field: 'variables',
    message: {
      th: 'variables ต้องเป็นวัตถุ JSON ที่มีชื่อตัวแปรเป็นกุญแจ เช่น {"year": 2569}',
      en: 'variables is a JSON object with the names of the variables, such as {"year": 2569}.',
    },
  });
}
