import { entryActs } from '../entry/entry-acts.ts';
import { AuditObservationPayload, InternalAuditPayload } from './internal-audit.payload.ts';
import { InternalAudit } from './internal-audit.type.ts';
import { AuditObservation } from './observation.type.ts';

entryActs({
  model: 'InternalAudit',
  nameTh: 'การตรวจสอบภายใน',
  nameEn: 'internal audit',
  confidentialTo: 'CENTRE',
  ref: InternalAudit,
  payload: InternalAuditPayload,
  find: (db, id) => db.internalAudit.findUnique({ where: { id }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, { status, version }) => db.internalAudit.updateMany({ where, data: { status, version } }),
  remove: (db, where) => db.internalAudit.deleteMany({ where }),
  namedBy: async (db, auditId) => {
    const found = await db.auditObservation.findMany({
      where: { auditId },
      orderBy: { number: 'asc' },
      select: { number: true },
    });
    return found.map(({ number }) => ({ th: `ข้อตรวจพบที่ ${number}`, en: `observation ${number}` }));
  },
});

entryActs({
  model: 'AuditObservation',
  nameTh: 'ข้อตรวจพบ',
  nameEn: 'observation of an audit',
  confidentialTo: 'AGENCY',
  ref: AuditObservation,
  payload: AuditObservationPayload,
  find: (db, id) =>
    db.auditObservation.findUnique({ where: { id }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, { status, version }) => db.auditObservation.updateMany({ where, data: { status, version } }),
  remove: (db, where) => db.auditObservation.deleteMany({ where }),
});
