import { builder } from '../graphql/builder.ts';
import { orderedArguments } from '../graphql/paging/list-arguments.ts';
import { rootList } from '../graphql/paging/record-lists.ts';
import {
  GiftReport,
  GiftReportConnection,
  GiftReportOrder,
  GiftReportWhere,
  giftReportList,
} from './gift-report.type.ts';
import { GiftYear, GiftYearConnection, GiftYearOrder, GiftYearWhere, giftYearList } from './gift-year.type.ts';
import {
  NoGiftStatement,
  NoGiftStatementConnection,
  NoGiftStatementOrder,
  NoGiftStatementWhere,
  noGiftStatementList,
} from './no-gift-statement.type.ts';

const reports = rootList((db) => db.giftReport, giftReportList);
const statements = rootList((db) => db.noGiftStatement, noGiftStatementList);
const years = rootList((db) => db.giftYear, giftYearList);

builder.queryFields((t) => ({
  giftReports: t.prismaConnection(
    {
      type: GiftReport,
      ...reports,
      nullable: true,
      description:
        'รายงานการรับหรือถูกเสนอของขวัญที่ผู้ใช้เห็นได้ ใหม่สุดก่อน · Gift reports that the viewer may see, newest first: those of its own agency, and for the centre those that are confirmed. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(GiftReportWhere, GiftReportOrder),
    },
    GiftReportConnection,
  ),
  noGiftStatements: t.prismaConnection(
    {
      type: NoGiftStatement,
      ...statements,
      nullable: true,
      description:
        'ครึ่งปีที่หน่วยงานแจ้งว่าไม่มีการรับหรือถูกเสนอ ใหม่สุดก่อน · Half-years for which agencies stated that there was no gift, newest first. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(NoGiftStatementWhere, NoGiftStatementOrder),
    },
    NoGiftStatementConnection,
  ),
  giftYears: t.prismaConnection(
    {
      type: GiftYear,
      ...years,
      nullable: true,
      description:
        'สถิติรายปีต่อหน่วยงาน จำนวน 1-4 ไม่แสดง นักวิเคราะห์เห็นได้ · Yearly figures by agency, for analysts, too: counts of 1 to 4 are left out, and so is what would give them away. Exact counts: giftReportsGrouped, of what the viewer may see. Errors: UNAUTHENTICATED, FORBIDDEN.',
      args: orderedArguments(GiftYearWhere, GiftYearOrder),
    },
    GiftYearConnection,
  ),
}));
