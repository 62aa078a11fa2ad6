import { LAST_YEAR, type LoadAgency } from './load-agency.ts';
import type { LoadSession } from './session.ts';

/** What an agency makes public on each subject, up to date, and the procurement summary of every month that is over. */
export async function loadPublicItems(session: LoadSession, { id, code, firstYear }: LoadAgency): Promise<number> {
  const items = await session.run`
    INSERT INTO "PublicItem" (id, "agencyId", disclosure, topic, "titleTh", "titleEn", "currentOn", status, "publishedOn", "publicationChannels",
      "publicationAddress", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'public-item', ${code}::text, topic)), ${id}::uuid, 2, topic, 'ข้อมูลที่เผยแพร่ ' || topic, 'Public data ' || topic,
      CURRENT_DATE, 'PUBLISHED', make_date(${firstYear}::int - 544, 11, 1), '{WEBSITE}', 'https://' || lower(${code}::text) || '.example/open/' || lower(topic::text), 'SAMPLE'
    FROM unnest(enum_range(NULL::"DisclosureTopic")) topic`;
  const summaries = await session.run`
    INSERT INTO "PublicItem" (id, "agencyId", disclosure, topic, "titleTh", "titleEn", "summaryMonth", "currentOn", status, "publishedOn", "publicationChannels",
      "publicationAddress", origin)
    SELECT pg_temp.identifier(concat_ws(':', 'procurement-summary', ${code}::text, month::date)), ${id}::uuid, 2, 'BUDGET', 'สรุปผลการจัดซื้อจัดจ้างรายเดือน', 'Monthly procurement summary',
      month::date, (month + interval '1 month 9 days')::date, 'PUBLISHED', (month + interval '1 month 9 days')::date, '{WEBSITE}',
      'https://' || lower(${code}::text) || '.example/procurement/' || to_char(month, 'YYYY-MM'), 'SAMPLE'
    FROM generate_series(make_date(${firstYear}::int - 544, 10, 1)::timestamp, make_date(${LAST_YEAR}::int - 543, 9, 1)::timestamp, '1 month') month
    WHERE month + interval '1 month 9 days' <= CURRENT_DATE`;
  return items + summaries;
}

/** Every item of the OIT that no record of the agency answers is answered with a page of it. */
export async function answerOitItems(session: LoadSession, { id, code }: LoadAgency): Promise<number> {
  await session.run`UPDATE "OitItem" SET version = version WHERE "agencyId" = ${id}::uuid`;
  return session.run`
    UPDATE "OitItem" SET answer = 'LINK', address = 'https://' || lower(${code}::text) || '.example/oit/' || id, "publishedOn" = make_date("fiscalYear" - 543, 3, 10),
      "currentOn" = make_date("fiscalYear" - 543, 4, 20), "noteTh" = 'ข้อมูลทดสอบภาระงาน'
    WHERE "agencyId" = ${id}::uuid AND answer = 'NONE'`;
}
