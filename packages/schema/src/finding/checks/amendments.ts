import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { type Asked, type FindingCheck, isAsked, literal } from './check.ts';

/** A kind of record that is amended: where its items stand, in the database and in its content. */
type Amended = {
  readonly record: 'Plan' | 'SwotAnalysis' | 'RiskRegister';
  readonly link: 'planId' | 'analysisId' | 'registerId';
  readonly item: 'Project' | 'SwotItem' | 'Risk';
  readonly list: 'projects' | 'items' | 'risks';
};

/** What amendments under way have removed of what was disclosed: `w` is the record and `item` what its content said of it. */
const removedItems = ({ record, link, item, list }: Amended, asked: Asked): Prisma.Sql => Prisma.sql`
  FROM ${Prisma.raw(`"${record}"`)} w
  CROSS JOIN LATERAL (
    SELECT coalesce(s."contentBefore", (SELECT e.content FROM "Edition" e
      WHERE e."agencyId" = ${asked.agencyId} AND e.${Prisma.raw(`"${link}"`)} = w.id ORDER BY e.number DESC LIMIT 1)) AS content
    FROM "StatusChange" s WHERE s."agencyId" = ${asked.agencyId} AND s.${Prisma.raw(`"${link}"`)} = w.id AND s.act = 'AMEND'
    ORDER BY s.at DESC, s.id DESC LIMIT 1) before
  CROSS JOIN LATERAL jsonb_array_elements(before.content::jsonb -> ${literal(list)}) AS item
  WHERE ${isAsked('w', asked)} AND w."isAmendment" AND NOT EXISTS (
    SELECT 1 FROM ${Prisma.raw(`"${item}"`)} p WHERE p."agencyId" = ${asked.agencyId} AND p.id = (item ->> 'id')::uuid)`;

const shared = {
  severity: 'WARNING',
  basis: 'REGISTRY_RULE',
  basisTh: `${ownRule}: สิ่งที่เปิดเผยแล้วจะไม่หายไปเงียบ ๆ ระหว่างการแก้ไขเพื่อออกฉบับใหม่ จนกว่า ศปท.กทม. จะเห็นชอบ`,
} as const;

export const riskRemoved: FindingCheck = {
  ...shared,
  code: 'RISK_REMOVED_BY_AMENDMENT',
  titleTh: 'ตัดความเสี่ยงออกในฉบับแก้ไข',
  titleEn: 'Risk removed by an amendment',
  messageTh: 'ความเสี่ยง %1$s (%2$s) "%4$s" ถูกตัดออกในฉบับแก้ไขที่ยังไม่ได้รับความเห็นชอบ',
  messageEn: 'Risk %1$s (%3$s) is removed by an amendment that is not approved yet',
  found: (asked) => Prisma.sql`
    SELECT item ->> 'id' AS key, jsonb_build_object('registerId', w.id, 'fiscalYear', w."fiscalYear") AS refs, w.origin,
      ARRAY[item ->> 'code', coalesce((SELECT 'ระดับ' || l."labelTh" FROM "RiskMethodLevel" l
          WHERE l."methodId" = w."methodId" AND l.level::text = item ->> 'level'), 'ยังไม่ได้ประเมิน'),
        coalesce((SELECT 'level ' || l."labelEn" FROM "RiskMethodLevel" l
          WHERE l."methodId" = w."methodId" AND l.level::text = item ->> 'level'), 'unassessed'),
        left(item ->> 'titleTh', 200)] AS said
    ${removedItems({ record: 'RiskRegister', link: 'registerId', item: 'Risk', list: 'risks' }, asked)}`,
};

export const projectRemoved: FindingCheck = {
  ...shared,
  code: 'PROJECT_REMOVED_BY_AMENDMENT',
  titleTh: 'ตัดโครงการออกในฉบับแก้ไข',
  titleEn: 'Project removed by an amendment',
  messageTh: 'โครงการลำดับที่ %1$s "%2$s" ถูกตัดออกในฉบับแก้ไขที่ยังไม่ได้รับความเห็นชอบ',
  messageEn: 'Project no. %1$s is removed by an amendment that is not approved yet',
  found: (asked) => Prisma.sql`
    SELECT item ->> 'id' AS key, jsonb_build_object('planId', w.id) AS refs, w.origin,
      ARRAY[coalesce(item ->> 'sequenceNo', '-'), left(item ->> 'titleTh', 200)] AS said
    ${removedItems({ record: 'Plan', link: 'planId', item: 'Project', list: 'projects' }, asked)}`,
};

/** Over the table of quadrants that the checks of analyses prepare. */
export const swotItemRemoved: FindingCheck = {
  ...shared,
  code: 'SWOT_ITEM_REMOVED_BY_AMENDMENT',
  titleTh: 'ตัดรายการ SWOT ออกในฉบับแก้ไข',
  titleEn: 'SWOT item removed by an amendment',
  messageTh: 'รายการด้าน%1$s "%3$s" ถูกตัดออกในฉบับแก้ไขที่ยังไม่ได้รับความเห็นชอบ',
  messageEn: 'An item under %2$s is removed by an amendment that is not approved yet',
  found: (asked) => Prisma.sql`
    SELECT item ->> 'id' AS key, jsonb_build_object('analysisId', w.id, 'fiscalYear', w."fiscalYear") AS refs, w.origin,
      (SELECT ARRAY[q."nameTh", q."nameEn", left(item ->> 'textTh', 200)] FROM quadrant q WHERE q.name = item ->> 'quadrant') AS said
    ${removedItems({ record: 'SwotAnalysis', link: 'analysisId', item: 'SwotItem', list: 'items' }, asked)}`,
};
