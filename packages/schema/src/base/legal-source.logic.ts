import type { Message } from './message.logic.ts';

/** Where the rules on orders and on acting for a position come from, as sentences end with it. One home, so that no two name it otherwise. */
export const legalSource = {
  /** A power is delegated by its holder, in an order. */
  delegation: {
    th: 'พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 มาตรา 38',
    en: 'State Administration Act B.E. 2534, section 38',
  },
  /** The position that acts for another has its powers and duties. */
  acting: {
    th: 'พ.ร.บ. ระเบียบบริหารราชการแผ่นดิน พ.ศ. 2534 มาตรา 48',
    en: 'State Administration Act B.E. 2534, section 48',
  },
  /** Orders are numbered from 1 within the calendar year in which they are issued. */
  correspondence: {
    th: 'ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 ข้อ 16',
    en: 'Prime Minister’s Office Regulation on Correspondence B.E. 2526, clause 16',
  },
  /** The public is informed by an announcement, a statement or news, with its date and signer. */
  announcement: {
    th: 'ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 ข้อ 19',
    en: 'Prime Minister’s Office Regulation on Correspondence B.E. 2526, clause 19',
  },
  /** What is published is put where everybody can read it. */
  onWebsite: {
    th: 'หลักเกณฑ์ของทะเบียน: สิ่งที่เผยแพร่ต้องอ่านได้บนเว็บไซต์',
    en: 'rule of the registry: what is published can be read on a website',
  },
  /** Delegates report every month. */
  monthlyReport: {
    th: 'มาตรการออกคำสั่งมอบหมาย: ผู้รับมอบอำนาจรายงานผลทุกเดือน',
    en: 'delegation measure of the plans: delegates report every month',
  },
  /** A fiscal year ends on 30 September; that a record is closed only then is the registry's own. */
  fiscalYear: {
    th: 'หลักเกณฑ์ของทะเบียน ปีงบประมาณสิ้นสุดวันที่ 30 กันยายนตาม พ.ร.บ. วิธีการงบประมาณ พ.ศ. 2561 มาตรา 4',
    en: 'rule of the registry; a fiscal year ends on 30 September by the Budget Procedure Act B.E. 2561, section 4',
  },
  /** Plans are followed up to their end, and reported on. */
  followUp: {
    th: 'หลักเกณฑ์ของทะเบียน: แผนต้องติดตามและรายงานผลจนสิ้นสุด',
    en: 'rule of the registry: plans are followed up to their end and reported on',
  },
  /** Each area of the form has a risk, or a reason why there is none. */
  briberyForm: {
    th: 'แบบประเมินความเสี่ยงการรับสินบนของ ศปท.กทม.',
    en: 'bribery form of the centre',
  },
  /** The register's assessment method decides what a level of risk requires. */
  riskMethod: {
    th: 'หลักเกณฑ์ของทะเบียน ตามวิธีประเมินความเสี่ยงของทะเบียนความเสี่ยงนั้น',
    en: 'rule of the registry, by the method of assessment of the register',
  },
  /** The days of a round of the ITA are those that were announced, as the city administrator entered them. */
  itaCalendar: { th: 'ปฏิทินของรอบการประเมิน ITA', en: 'calendar of the round of the ITA' },
  /** What no law says. */
  registry: { th: 'หลักเกณฑ์ของทะเบียน', en: 'rule of the registry' },
} as const satisfies Record<string, Message>;

export type LegalSource = keyof typeof legalSource;

/** A sentence with the source of its rule. */
export const withSource = ({ th, en }: Message, source: LegalSource): Message => ({
  th: `${th} (ที่มา: ${legalSource[source].th})`,
  en: `${en} (Source: ${legalSource[source].en}.)`,
});

type Coded = { readonly code: string; readonly message: Message };

/** Problems with the sources of their rules, by their codes; the rule of a code that is not named is the registry's own. */
export const sourced = <Problem extends Coded>(
  problems: readonly Problem[],
  sources: Partial<Readonly<Record<Problem['code'], LegalSource>>> = {},
): Problem[] =>
  problems.map((problem) => {
    const code: Problem['code'] = problem.code;
    return { ...problem, message: withSource(problem.message, sources[code] ?? 'registry') };
  });
