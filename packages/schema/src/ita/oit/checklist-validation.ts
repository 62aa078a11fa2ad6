import { withSource } from '../../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../../base/message.logic.ts';

const problem = (code: string, field: string, message: Message): FieldProblem => ({
  code,
  field,
  message: withSource(message, 'registry'),
});

/** What is known when a checklist is added: the indicators that the OIT of the year measures, and the topics. */
type Known = {
  readonly indicatorIds: ReadonlyMap<number, string>;
  readonly topicIds: ReadonlyMap<string, string>;
};

type Item = { readonly code: string; readonly indicatorNumber: number; readonly topicCode?: string | null };

/** Everything that is wrong with what items of a checklist point to, and with their codes beside those that it has. */
export function problemsOfItems(
  items: readonly Item[],
  { indicatorIds, topicIds }: Known,
  others: readonly { readonly code: string }[] = [],
  placeOf: (index: number) => string = (index) => `items[${index}].`,
): FieldProblem[] {
  const codes = items.map(({ code }) => code.trim());
  const isOthers = (code: string): boolean => others.some((other) => other.code === code);
  return items.flatMap(({ indicatorNumber, topicCode }, index) => {
    const code = codes[index] ?? '';
    const place = placeOf(index);
    const problems: FieldProblem[] = [];
    if (codes.indexOf(code) < index || isOthers(code))
      problems.push(
        problem('ITEM_CODE_TWICE', `${place}code`, {
          th: `มีรหัสข้อ ${code} ซ้ำ`,
          en: `There is a second item ${code}: keep one.`,
        }),
      );
    if (!indicatorIds.has(indicatorNumber))
      problems.push(
        problem('INDICATOR_UNKNOWN', `${place}indicatorNumber`, {
          th: `แบบตรวจ OIT ของปีนี้ไม่วัดตัวชี้วัดที่ ${indicatorNumber}`,
          en: `The OIT of this year does not measure indicator ${indicatorNumber}.`,
        }),
      );
    if (topicCode && !topicIds.has(topicCode))
      problems.push(
        problem('TOPIC_UNKNOWN', `${place}topicCode`, {
          th: 'ไม่มีหัวข้อที่ใช้รหัสนี้',
          en: 'No topic has this code: oitTopics lists them.',
        }),
      );
    return problems;
  });
}
