import { type FieldNode, type GraphQLError, locatedError } from 'graphql';
import { type ErrorCode, invalidInput, RegistryError } from '../../base/errors.ts';
import type { Message } from '../../base/message.logic.ts';
import { PAGE_MAX } from '../limits.ts';

/** Where in an answer a field stands, without the places in lists: nothing has been read yet. */
export type Path = { readonly above: Path | null; readonly key: string };

export const keysOf = (path: Path | null): string[] => (path ? [...keysOf(path.above), path.key] : []);

/** A refusal that names the place of the document that it is about. */
export const refusalAt = (error: RegistryError, nodes: readonly FieldNode[], path: Path): GraphQLError =>
  locatedError(error, nodes, keysOf(path));

const tooCostly = (th: string, en: string): RegistryError => refused('QUERY_TOO_COSTLY', { th, en });

/** Nothing has run yet: the request as a whole is refused, with the HTTP status. */
export const refused = (code: ErrorCode, text: Message): RegistryError =>
  new RegistryError(code, text, [], { refusesRequest: true });

export const pageProblem = (field: string): RegistryError =>
  invalidInput({
    field,
    message: {
      th: `${field}: ต้องระบุ "first" หรือ "last" อย่างใดอย่างหนึ่ง ระหว่าง 1 ถึง ${PAGE_MAX}`,
      en: `${field} needs either first or last, from 1 to ${PAGE_MAX}.`,
    },
  });

export const lengthProblem = (field: string, max: number): RegistryError =>
  invalidInput({
    field,
    message: { th: `${field} ยาวได้ไม่เกิน ${max} ตัวอักษร`, en: `${field} has at most ${max} letters.` },
  });

export const nestingProblem = (field: string, max: number): RegistryError =>
  invalidInput({
    field,
    message: {
      th: `${field}: เงื่อนไขซ้อนกันได้ไม่เกิน ${max} ชั้น`,
      en: `${field}: conditions stand at most ${max} deep inside each other.`,
    },
  });

export const tooManyFields = (max: number): RegistryError =>
  tooCostly(
    `คำขอระบุข้อมูลมากเกินไป ไม่เกิน ${max} ช่องเมื่อนับทุกแฟรกเมนต์`,
    `The operation asks for too many fields: at most ${max} with its fragments written out.`,
  );

export const tooOften = (field: string, max: number): RegistryError =>
  tooCostly(
    `ขอ "${field}" ซ้ำด้วยชื่ออื่นได้ไม่เกิน ${max} ครั้งในที่เดียวกัน`,
    `${field} is asked for too often: at most ${max} times under different names in one place.`,
  );

export const tooMuchIntrospection = (max: number): RegistryError =>
  tooCostly(
    `ถามโครงสร้างของระบบมากเกินไปในคำขอเดียว ต้นทุนส่วนนี้ไม่เกิน ${max}`,
    `The request asks too much about the schema: at most a cost of ${max} for that.`,
  );

export const tooManyConditions = (max: number): RegistryError =>
  tooCostly(
    `เงื่อนไขทั้งหมดในคำขอได้ไม่เกิน ${max} ข้อ (คำค้นนับเป็นเงื่อนไขด้วย)`,
    `The filters of the request hold more than ${max} conditions; the words of searches count too.`,
  );

export const tooManyListedValues = (max: number): RegistryError =>
  tooCostly(
    `รายการค่าในเงื่อนไขทั้งหมดรวมกันได้ไม่เกิน ${max} ค่า`,
    `The lists in the filters of the request hold more than ${max} values together.`,
  );

export const tooHighCost = (cost: number, max: number): RegistryError =>
  tooCostly(
    `คำขอใหญ่เกินไป: ต้นทุน ${cost} (ไม่เกิน ${max}) โปรดขอหน้าละน้อยลง หรือแบ่งเป็นหลายคำขอ`,
    `The query is too costly: ${cost}, at most ${max}. Ask for smaller pages, or in several requests.`,
  );

export const tooDeepFields = (depth: number, max: number): RegistryError =>
  tooCostly(
    `คำขอซ้อนกันลึกเกินไป: ${depth} ชั้น (ไม่เกิน ${max}) โปรดขอชั้นที่ลึกกว่านั้นในอีกคำขอหนึ่ง`,
    `The fields of the query stand too deep inside each other: ${depth}, at most ${max}. Ask for what is deeper in another request.`,
  );

export const tooDeepDocument = (max: number): RegistryError =>
  tooCostly(
    `เอกสารคำขอซ้อนกันลึกเกินไป ไม่เกิน ${max} ชั้น`,
    `The parts of the document stand too deep inside each other: at most ${max}.`,
  );

export const tooLongName = (max: number): RegistryError =>
  tooCostly(
    `ชื่อในเอกสารคำขอยาวเกินไป ไม่เกิน ${max} ตัวอักษร`,
    `A name in the document is too long: at most ${max} letters.`,
  );

export const tooManyLines = (max: number): RegistryError =>
  tooCostly(`เอกสารคำขอยาวได้ไม่เกิน ${max} บรรทัด`, `The document has too many lines: at most ${max}.`);

export const noSuchOperation = (name: string | null | undefined): RegistryError =>
  typeof name === 'string'
    ? refused('OPERATION_RESOLUTION_FAILURE', {
        th: 'ไม่มีคำสั่งชื่อที่ระบุใน "operationName"',
        en: 'operationName names no operation of the document.',
      })
    : refused('OPERATION_RESOLUTION_FAILURE', {
        th: 'เอกสารมีหลายคำสั่งหรือไม่มีเลย โปรดระบุ "operationName"',
        en: 'The document holds several operations or none: say which by operationName.',
      });

export const noIntrospection = (): RegistryError =>
  refused('UNAUTHENTICATED', {
    th: 'โปรดลงชื่อเข้าใช้ก่อนจึงจะดูโครงสร้างของระบบได้',
    en: 'Sign in first: the schema is shown to those who are signed in.',
  });
