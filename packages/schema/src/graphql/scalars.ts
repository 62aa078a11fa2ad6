import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { Kind, locatedError, type ValueNode } from 'graphql';
import { arabicDigits } from '../base/digits.logic.ts';
import { RegistryError } from '../base/errors.ts';
import { builder } from './builder.ts';
import { type ReadDate, readDate, readMoment } from './dates.logic.ts';

const refuse = (th: string, en: string): never => {
  throw new RegistryError('INVALID_INPUT', { th, en });
};

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? arabicDigits(String(value).trim()) : '';

const literalOf = (node: ValueNode): unknown =>
  node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined;

/** The value that stands in a document itself; a refusal names the place. */
const literal =
  <Value>(parse: (value: unknown) => Value) =>
  (node: ValueNode): Value => {
    try {
      return parse(literalOf(node));
    } catch (refusal) {
      throw locatedError(refusal, [node]);
    }
  };

const dateOrRefusal = (read: ReadDate): Date => ('date' in read ? read.date : refuse(read.problem.th, read.problem.en));

const parseDate = (value: unknown): Date => dateOrRefusal(readDate(textOf(value)));
const parseDateTime = (value: unknown): Date => dateOrRefusal(readMoment(textOf(value)));

function parseDecimal(value: unknown): Prisma.Decimal {
  const text = textOf(value);
  if (!/^-?\d{1,13}(\.\d{1,2})?$/.test(text)) {
    return refuse(
      'จำนวนต้องเป็นเลขทศนิยมไม่เกินสองตำแหน่ง',
      'A Decimal has at most 13 digits and two decimals, for example "10000.50".',
    );
  }
  const amount = new Prisma.Decimal(text);
  // There is no negative zero in money.
  return amount.isZero() ? amount.abs() : amount;
}

function parseFiscalYear(value: unknown): number {
  const text = textOf(value);
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 2500 || year > 2700) {
    const looksCommonEra = year >= 1957 && year <= 2157;
    return looksCommonEra
      ? refuse(
          `ปีงบประมาณเป็นปี พ.ศ.: ค.ศ. ${year} คือ ${year + 543}`,
          `A FiscalYear is a Buddhist-era year: ${year} CE is ${year + 543}.`,
        )
      : refuse('ปีงบประมาณเป็นปี พ.ศ. ระหว่าง 2500 ถึง 2700', 'A FiscalYear is a Buddhist-era year from 2500 to 2700.');
  }
  return year;
}

builder.scalarType('Date', {
  description:
    'วันที่ตามปฏิทินสากล (ISO 8601) เช่น 2023-10-01 · A calendar date in ISO 8601, common era. Thai digits are accepted.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: parseDate,
  parseLiteral: literal(parseDate),
});

builder.scalarType('DateTime', {
  description: 'วันเวลา (ISO 8601) ปี ค.ศ. · A moment in ISO 8601 with its offset, common era. Thai digits are accepted.',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseDateTime,
  parseLiteral: literal(parseDateTime),
});

builder.scalarType('Decimal', {
  description:
    'จำนวนทศนิยมแน่นอน สองตำแหน่ง ส่งเป็นข้อความ เช่น "10000.50" · An exact decimal number with two decimals, as text. Thai digits are accepted.',
  serialize: (value) => (Prisma.Decimal.isDecimal(value) ? value.toFixed(2) : String(value)),
  parseValue: parseDecimal,
  parseLiteral: literal(parseDecimal),
});

builder.scalarType('FiscalYear', {
  description:
    'ปีงบประมาณ พ.ศ. เช่น 2567 (1 ต.ค. 2566 - 30 ก.ย. 2567) · Fiscal year of the Buddhist era: 2567 runs from 1 October 2023 to 30 September 2024. Thai digits are accepted.',
  serialize: (value) => Number(value),
  parseValue: parseFiscalYear,
  parseLiteral: literal(parseFiscalYear),
});

builder.scalarType('JSON', {
  description:
    'ข้อมูล JSON ที่ส่งกลับมาเป็นตัวแปรได้ตามเดิม · A JSON value, made to be sent back as it is, such as the `where` of a group as a variable.',
  serialize: (value) => value,
});
