import { builder } from '../graphql/builder.ts';
import { listArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  InternalAudit,
  InternalAuditConnection,
  InternalAuditOrder,
  InternalAuditWhere,
  internalAuditList,
} from './internal-audit.type.ts';
import {
  AuditObservation,
  AuditObservationConnection,
  AuditObservationOrder,
  AuditObservationWhere,
  auditObservationList,
} from './observation.type.ts';

const audits = rootList((db) => db.internalAudit, internalAuditList);
const observations = rootList((db) => db.auditObservation, auditObservationList);

builder.queryFields((t) => ({
  internalAudits: t.prismaConnection(
    {
      type: InternalAudit,
      ...audits,
      nullable: true,
      description:
        'การตรวจสอบภายในที่ผู้ใช้เห็นได้ เดือนล่าสุดก่อน · Internal audits that the viewer may see, latest month first: those of its own agency, and for the centre those that are confirmed. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(InternalAuditWhere, InternalAuditOrder),
    },
    InternalAuditConnection,
  ),
  auditObservations: t.prismaConnection(
    {
      type: AuditObservation,
      ...observations,
      nullable: true,
      description:
        'ข้อตรวจพบของหน่วยงานของผู้ใช้ กำหนดใกล้สุดก่อน · What internal audits observed in the viewer’s own agency, soonest due first; nobody else sees it. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: listArguments(AuditObservationWhere, AuditObservationOrder),
    },
    AuditObservationConnection,
  ),
}));
