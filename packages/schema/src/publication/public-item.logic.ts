import { withSource } from '../base/legal-source.logic.ts';
import type { FieldProblem, Message } from '../base/message.logic.ts';

/** What each topic is called, as document 000, project 6, names the five. */
export const topicMeanings = {
  BASIC_INFORMATION: 'ข้อมูลพื้นฐาน · Basic information: structure, executives, duties, plans, contact, laws, news.',
  ADMINISTRATION:
    'การบริหารงาน · Administration: plans and reports of the work, handbooks, statistics of services, surveys.',
  BUDGET: 'การบริหารเงินงบประมาณ · Budget: spending plans and reports, procurement plans, notices and monthly summaries.',
  HUMAN_RESOURCES: 'การบริหารและพัฒนาทรัพยากรบุคคล · Human resources: policy, what was done, criteria, reports.',
  TRANSPARENCY: 'การส่งเสริมความโปร่งใส · Transparency: corruption complaints and participation.',
} as const;

export type DisclosureTopicName = keyof typeof topicMeanings;

export type PublicItemTerms = {
  readonly topic: DisclosureTopicName;
  readonly currentOn: Date;
  readonly summaryMonth?: Date | null | undefined;
};

const problem = (code: string, field: string, message: Message): FieldProblem => ({
  code,
  field,
  message: withSource(message, 'registry'),
});

/** What is wrong with what an item says of itself on a day. */
export function problemsOfPublicItem({ topic, currentOn, summaryMonth }: PublicItemTerms, today: Date): FieldProblem[] {
  const checks: readonly [boolean, string, string, Message][] = [
    [currentOn > today, 'CURRENT_LATER', 'currentOn', messages.later],
    [summaryMonth ? summaryMonth.getUTCDate() !== 1 : false, 'NOT_A_FIRST_DAY', 'summaryMonth', messages.firstDay],
    [summaryMonth ? summaryMonth > today : false, 'MONTH_NOT_BEGUN', 'summaryMonth', messages.month],
    [Boolean(summaryMonth) && topic !== 'BUDGET', 'NOT_ABOUT_THE_BUDGET', 'topic', messages.topic],
  ];
  return checks.flatMap(([isWrong, ...told]) => (isWrong ? [problem(...told)] : []));
}

const messages = {
  later: { th: 'ข้อมูลเป็นปัจจุบันได้ไม่เกินวันนี้', en: 'An item is current up to today at most.' },
  firstDay: { th: 'ระบุเดือนด้วยวันแรกของเดือน', en: 'Name the month by its first day.' },
  month: { th: 'เดือนที่สรุปยังไม่เริ่ม', en: 'The month of the summary has not begun.' },
  topic: {
    th: 'สรุปผลการจัดซื้อจัดจ้างอยู่ในประเด็นการบริหารเงินงบประมาณ',
    en: 'A procurement summary belongs to the topic of the budget.',
  },
} satisfies Record<string, Message>;
