import { entryActs } from '../entry/entry-acts.ts';
import { GiftReportPayload } from './gift.payload.ts';
import { GiftReport } from './gift-report.type.ts';

entryActs({
  model: 'GiftReport',
  nameTh: 'รายงานการรับหรือถูกเสนอของขวัญ',
  nameEn: 'gift report',
  confidentialTo: 'CENTRE',
  ref: GiftReport,
  payload: GiftReportPayload,
  find: (db, ids) =>
    db.giftReport.findMany({ where: { id: { in: ids } }, select: { id: true, agencyId: true, status: true } }),
  move: (db, where, { status, version }) => db.giftReport.updateMany({ where, data: { status, version } }),
  remove: (db, where) => db.giftReport.deleteMany({ where }),
});
