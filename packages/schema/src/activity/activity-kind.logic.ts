import type { ActivityKind } from '@registry/prisma/generated/client/enums.ts';
import type { FieldProblem } from '../base/message.logic.ts';

export type ActivityKindName = ActivityKind;

/** The numbers and other details that an activity may have. */
const details = [
  'invitedCount',
  'attendedCount',
  'passedCount',
  'respondentCount',
  'averageScore',
  'scoreMax',
  'percentPrinted',
  'committeeId',
  'agendaTh',
  'resolutionsTh',
] as const;

export type ActivityDetail = (typeof details)[number];

const ofMeeting: readonly ActivityDetail[] = ['invitedCount', 'attendedCount', 'percentPrinted'];

/** What each kind has; what it does not have is refused. SQL: `app.activity_details`. */
export const detailsOfKind: Readonly<Record<ActivityKindName, readonly ActivityDetail[]>> = {
  TRAINING: ['invitedCount', 'attendedCount', 'passedCount', 'percentPrinted'],
  TEST: ['invitedCount', 'attendedCount', 'passedCount', 'averageScore', 'scoreMax', 'percentPrinted'],
  SURVEY: ['invitedCount', 'respondentCount', 'averageScore', 'scoreMax', 'percentPrinted'],
  PUBLIC_MEETING: ofMeeting,
  STUDY_VISIT: ofMeeting,
  CAMPAIGN: ['attendedCount'],
  AWARD: ['attendedCount'],
  COMMITTEE_MEETING: [...ofMeeting, 'committeeId', 'agendaTh', 'resolutionsTh'],
  OTHER: ofMeeting,
};

/** What people call each kind; the enum says it, and sentences say its beginning. */
export const activityKindMeanings = {
  TRAINING: 'การอบรม · Training.',
  TEST: 'การทดสอบความรู้ · Test of knowledge.',
  SURVEY: 'การสำรวจความคิดเห็น · Survey.',
  PUBLIC_MEETING: 'การประชุมประชาคม · Public meeting.',
  CAMPAIGN: 'การรณรงค์ · Campaign.',
  STUDY_VISIT: 'การศึกษาดูงาน · Study visit.',
  AWARD: 'การเชิดชูเกียรติ · Award to those who serve with integrity.',
  COMMITTEE_MEETING: 'การประชุมคณะกรรมการ · Meeting of a committee.',
  OTHER: 'กิจกรรมอื่น · Another activity.',
} as const satisfies Readonly<Record<ActivityKindName, string>>;

const namesOfDetails: Readonly<Record<ActivityDetail, { readonly th: string; readonly en: string }>> = {
  invitedCount: { th: 'จำนวนผู้ได้รับเชิญ', en: 'people invited' },
  attendedCount: { th: 'จำนวนผู้เข้าร่วม', en: 'people who attended' },
  passedCount: { th: 'จำนวนผู้ผ่าน', en: 'people who passed' },
  respondentCount: { th: 'จำนวนผู้ตอบ', en: 'people who answered' },
  averageScore: { th: 'คะแนนเฉลี่ย', en: 'mean score' },
  scoreMax: { th: 'คะแนนเต็ม', en: 'highest score' },
  percentPrinted: { th: 'ร้อยละตามที่พิมพ์', en: 'printed percentage' },
  committeeId: { th: 'คณะกรรมการ', en: 'committee' },
  agendaTh: { th: 'ระเบียบวาระ', en: 'agenda' },
  resolutionsTh: { th: 'มติ', en: 'resolutions' },
};

/** The details of an activity that its kind does not have. */
export const problemsOfKind = (
  kind: ActivityKindName,
  given: Partial<Readonly<Record<ActivityDetail, unknown>>>,
): FieldProblem[] =>
  details
    .filter((detail) => given[detail] !== null && given[detail] !== undefined && !detailsOfKind[kind].includes(detail))
    .map((field) => {
      const [th = '', en = ''] = activityKindMeanings[kind].replace(/\.$/, '').split(' · ');
      const { [field]: name } = namesOfDetails;
      return {
        code: 'NOT_OF_THIS_KIND',
        field,
        message: {
          th: `${th}ไม่มี${name.th}: ลบออก หรือเลือกชนิดอื่น`,
          en: `A ${en.toLowerCase()} has no ${name.en}: leave it out, or choose another kind.`,
        },
      };
    });
