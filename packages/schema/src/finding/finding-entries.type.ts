import { activityById } from '../activity/activity.loader.ts';
import { IntegrityActivity } from '../activity/activity.type.ts';
import { declarationById } from '../declaration/declaration.loader.ts';
import { Declaration } from '../declaration/declaration.type.ts';
import { giftReportById } from '../gift/gift.loader.ts';
import { GiftReport } from '../gift/gift-report.type.ts';
import { builder } from '../graphql/builder.ts';
import { auditObservationById, internalAuditById } from '../internal-audit/internal-audit.loader.ts';
import { InternalAudit } from '../internal-audit/internal-audit.type.ts';
import { AuditObservation } from '../internal-audit/observation.type.ts';
import { itaAssessmentById } from '../ita/assessment.loader.ts';
import { ItaAssessment } from '../ita/assessment.type.ts';
import { publicItemById } from '../publication/publication.loader.ts';
import { PublicItem } from '../publication/publication.type.ts';
import { Finding } from './finding.type.ts';

/** The entries of the integrity year that a finding is about, as far as the viewer may see them. */
builder.prismaObjectFields(Finding, (t) => ({
  declaration: t.field({
    type: Declaration,
    nullable: true,
    description: 'ประกาศที่เกี่ยวข้อง · The declaration concerned.',
    select: { declarationId: true },
    resolve: ({ declarationId }, _args, context, info) => declarationById(declarationId, context, info),
  }),
  activity: t.field({
    type: IntegrityActivity,
    nullable: true,
    description: 'กิจกรรมที่เกี่ยวข้อง · The activity concerned.',
    select: { activityId: true },
    resolve: ({ activityId }, _args, context, info) => activityById(activityId, context, info),
  }),
  giftReport: t.field({
    type: GiftReport,
    nullable: true,
    description: 'รายงานการรับหรือถูกเสนอของขวัญที่เกี่ยวข้อง · The gift report concerned.',
    select: { giftReportId: true },
    resolve: ({ giftReportId }, _args, context, info) => giftReportById(giftReportId, context, info),
  }),
  itaAssessment: t.field({
    type: ItaAssessment,
    nullable: true,
    description: 'ผลการประเมินคุณธรรมและความโปร่งใสที่เกี่ยวข้อง · The ITA result concerned.',
    select: { itaAssessmentId: true },
    resolve: ({ itaAssessmentId }, _args, context, info) => itaAssessmentById(itaAssessmentId, context, info),
  }),
  publicItem: t.field({
    type: PublicItem,
    nullable: true,
    description: 'ข้อมูลที่เผยแพร่ที่เกี่ยวข้อง · The public item concerned.',
    select: { publicItemId: true },
    resolve: ({ publicItemId }, _args, context, info) => publicItemById(publicItemId, context, info),
  }),
  internalAudit: t.field({
    type: InternalAudit,
    nullable: true,
    description: 'การตรวจสอบภายในที่เกี่ยวข้อง · The internal audit concerned.',
    select: { internalAuditId: true },
    resolve: ({ internalAuditId }, _args, context, info) => internalAuditById(internalAuditId, context, info),
  }),
  auditObservation: t.field({
    type: AuditObservation,
    nullable: true,
    description: 'ข้อตรวจพบที่เกี่ยวข้อง · The observation of an internal audit concerned.',
    select: { auditObservationId: true },
    resolve: ({ auditObservationId }, _args, context, info) => auditObservationById(auditObservationId, context, info),
  }),
}));
