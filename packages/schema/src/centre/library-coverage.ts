import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { builder } from '../graphql/builder.ts';
import { cityDb } from '../tenancy/city-db.ts';
import { todayFor } from '../tenancy/moment.ts';
import { dayAlone, hasSamples, selectedAgencies, withSelectionNotices } from './agency-selection.ts';
import { Centre } from './centre.type.ts';
import { CentreFilterInput, processCondition } from './filter.ts';

const UNANSWERED_SHOWN = 100;

type Coverage = {
  code: string;
  titleTh: string;
  titleEn: string | null;
  adopted: number;
  adapted: number;
  declined: number;
  unanswered: number;
  unansweredAgencyCodes: string[];
  isSample: boolean;
};

const LibraryCoverage = builder.objectRef<Coverage>('LibraryCoverage').implement({
  description: 'คำตอบของหน่วยงานต่อความเสี่ยงหนึ่งในคลัง · How the agencies answered one risk of the library.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'รหัสในคลัง · Code in the library.' }),
    titleTh: t.exposeString('titleTh', { description: 'เหตุการณ์ภาษาไทย · The event in Thai.' }),
    titleEn: t.exposeString('titleEn', { nullable: true, description: 'เหตุการณ์ภาษาอังกฤษ · The event in English.' }),
    adopted: t.exposeInt('adopted', { description: 'รับตามที่เสนอ · Agencies that adopted it.' }),
    adapted: t.exposeInt('adapted', { description: 'ปรับใช้ · Agencies that adapted it.' }),
    declined: t.exposeInt('declined', { description: 'ไม่รับ · Agencies that declined it.' }),
    unanswered: t.exposeInt('unanswered', { description: 'ยังไม่ตอบ · Agencies that have not answered.' }),
    unansweredAgencyCodes: t.exposeStringList('unansweredAgencyCodes', {
      listSize: UNANSWERED_SHOWN,
      description: `รหัสหน่วยงานที่ยังไม่ตอบ (ไม่เกิน ${UNANSWERED_SHOWN}) · Codes of the agencies that have not answered, the first ${UNANSWERED_SHOWN}.`,
    }),
    isSample: t.exposeBoolean('isSample', {
      description: 'มีข้อมูลตัวอย่างที่แต่งขึ้น · Whether invented figures of sample agencies are in it.',
    }),
  }),
});

builder.objectFields(Centre, (t) => ({
  libraryCoverage: t.field({
    type: [LibraryCoverage],
    description:
      'คำตอบของหน่วยงานต่อความเสี่ยงทุกข้อที่เสนอในคลัง ตามรหัส · How the agencies answered every risk that the library offers, by code. Answers are for the centre, not for analysts. Errors: FORBIDDEN.',
    listSize: (_args, { libraryRisks }) => libraryRisks,
    args: {
      filter: t.arg({
        type: CentreFilterInput,
        description: 'ขอบเขต · Which agencies are asked about, and which process areas of the library.',
      }),
    },
    resolve: async (_centre, { filter }, context) => {
      const { floor, query } = cityDb(context);
      const rows = await query<Coverage>(Prisma.sql`
        SELECT r.code, r."titleTh", r."titleEn",
          count(*) FILTER (WHERE a.decision = 'ADOPTED')::int AS adopted,
          count(*) FILTER (WHERE a.decision = 'ADAPTED')::int AS adapted,
          count(*) FILTER (WHERE a.decision = 'DECLINED')::int AS declined,
          count("Agency".id) FILTER (WHERE a.id IS NULL)::int AS unanswered,
          coalesce((array_agg("Agency".code ORDER BY "Agency".code) FILTER (WHERE "Agency".id IS NOT NULL AND a.id IS NULL))[1:${UNANSWERED_SHOWN}], '{}') AS "unansweredAgencyCodes",
          ${hasSamples}
        FROM "LibraryRisk" r
        LEFT JOIN "Agency" ON ${selectedAgencies(filter, dayAlone(todayFor(context)))}
        LEFT JOIN "LibraryResponse" a ON a."agencyId" = "Agency".id AND a."libraryRiskId" = r.id AND a.disclosure >= ${floor}
        WHERE r.status = 'PUBLISHED' AND ${processCondition(filter, Prisma.sql`r."processArea"`)}
        GROUP BY r.id ORDER BY r.code`);
      return withSelectionNotices(context, filter, rows);
    },
  }),
}));
