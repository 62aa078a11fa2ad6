/**
 * Days and months of the registry's own rules, each once. Statements about sets have those of them that they need by functions of the same
 * names (prisma/functions/1-values/thresholds.sql); a test holds both equal.
 */
export const thresholds = {
  /** How long before its end an order shows as ending. */
  orderEndsSoonDays: 60,
  /** How long before its day something shows as due: mitigations, reviews, ends of acceptances. */
  dueSoonDays: 30,
  /** For how many past months missing monthly reports are shown. */
  missingReportMonths: 12,
  /** The day of the next month by which a monthly report is due, unless its agency has set another. */
  monthlyReportDueDay: 10,
  /**
   * Working days after the end of a quarter by which it is reported on. The documents ask for reports by quarter (document 004, indicator 2)
   * or half-year (documents 000 and 002) and print no day for them.
   */
  progressReportWorkingDays: 15,
  /**
   * Days after six or twelve months of a fiscal year by which they are reported on, and those after which the year's bribery risks are. The documents
   * ask for both (000, projects 6 and 10; 001, 2.2.3) and print no day.
   */
  yearReportDueDays: 30,
  /** For how many past fiscal years missing year reports are shown, besides the running one. */
  yearReportYears: 2,
  /** Days after its approval within which a plan or a report is sent to the national plan system; the documents print no day (000, project 10). */
  planSubmissionDueDays: 30,
  /** Working days before its due day at which a legal clock asks for attention. */
  clockDueSoonWorkingDays: 3,
  /** Days after a fiscal year begins within which policies are declared for it. The documents ask for a declaration and print no day. */
  declarationDueDays: 30,
  /** Days after the signature of a policy within which every unit is counted. */
  acknowledgementDueDays: 60,
  /** The day of the next month by which a procurement summary is published: documents 000 and 004 ask for one every month and print no day. */
  procurementSummaryDueDay: 15,
  /** After how many months what is published shows as out of date. */
  publicItemStaleMonths: 12,
  /** Days after a half-year within which gifts are reported, or that there was none. The documents ask for a report and print no day. */
  giftReportDueDays: 30,
  /** Counts below this are not told to everybody, since they might point to somebody. */
  smallCell: 5,
} as const;

/**
 * How many months after its latest assessment a risk of a level is due for review: the higher the risk the sooner. The source documents
 * print no interval.
 */
export const reviewMonths = { EXTREME: 1, HIGH: 3, MEDIUM: 6, LOW: 12 } as const;

const { EXTREME, HIGH, MEDIUM, LOW } = reviewMonths;

/** The same in words, for what rests on it. */
export const reviewIntervalsTh = `ทบทวนทุก ${EXTREME}, ${HIGH}, ${MEDIUM} หรือ ${LOW} เดือนตามระดับ (สูงมาก สูง ปานกลาง ต่ำ)`;
