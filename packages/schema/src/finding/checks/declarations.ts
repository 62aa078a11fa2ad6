import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { thresholds } from '../../base/thresholds.logic.ts';
import { declarationKindMeanings } from '../../declaration/declaration-words.logic.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { wordEn, wordTh } from '../../tenancy/sql-words.ts';
import type { Asked, CheckDomain } from './check.ts';

const { acknowledgementDueDays, declarationDueDays } = thresholds;
const kindTh = wordTh('d.kind', declarationKindMeanings);
const kindEn = wordEn('d.kind', declarationKindMeanings);

/** The declarations of the agency that count: the checks see no others. */
const declared = ({ agencyId }: Asked): Prisma.Sql => Prisma.sql`
  SELECT d.*, ${kindTh} AS "kindTh", ${kindEn} AS "kindEn" FROM "Declaration" d WHERE d."agencyId" = ${agencyId} AND app.declaration_counts(d.status, d.origin)`;

/** What agencies declare in a year, by whom, and who has acknowledged it. */
export const declarationChecks: CheckDomain = {
  name: 'declaration',
  models: ['Declaration'],
  column: null,
  tables: (asked) => ({ declared: declared(asked) }),
  checks: [
    {
      code: 'DECLARATION_MISSING',
      severity: 'WARNING',
      titleTh: 'ยังไม่ประกาศนโยบายของปี',
      titleEn: 'Policy not declared for the year',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: นโยบายที่เคยประกาศต้องประกาศทุกปีงบประมาณ ภายใน ${declarationDueDays} วันนับแต่เริ่มปี`,
      messageTh: 'ยังไม่มี%1$sของปีงบประมาณ %3$s ที่ผู้อนุมัติยืนยันแล้ว',
      messageEn: 'There is no confirmed declaration for fiscal year %3$s: %2$s',
      found: ({ agencyId, today }) => Prisma.sql`
        SELECT d."declarationId" || ' ' || d."fiscalYear" AS key, jsonb_build_object('declarationId', d."declarationId", 'fiscalYear', d."fiscalYear") AS refs,
          ARRAY[p."kindTh", p."kindEn", d."fiscalYear"::text] AS said, p.origin
        FROM app.declarations_missing(${agencyId}, ${today}) d
        JOIN declared p ON p.id = d."declarationId"
        WHERE d."dueOn" < ${today}`,
    },
    {
      code: 'DECLARATION_NOT_SIGNED_BY_HEAD',
      severity: 'WARNING',
      titleTh: 'ผู้ลงนามประกาศไม่ใช่หัวหน้าหน่วยงาน',
      titleEn: 'Declaration not signed by the head of the agency',
      basis: 'DOCUMENT',
      basisTh: 'มาตรการ No Gift Policy ในแผนของหน่วยงาน: ผู้บริหารของหน่วยงานเป็นผู้ประกาศใช้',
      messageTh: '%1$sปี %3$s ลงนามโดย%4$s ซึ่งไม่ใช่หัวหน้าหน่วยงานและไม่ได้ทำการแทนในวันนั้น',
      messageEn:
        'The declaration for %3$s (%2$s) was signed by %5$s, who neither heads the agency nor stood in for its head',
      found: ({ agencyId }) => Prisma.sql`
        SELECT d.id::text AS key, jsonb_build_object('declarationId', d.id, 'fiscalYear', d."fiscalYear", 'positionId', p.id) AS refs, d.origin,
          ARRAY[d."kindTh", d."kindEn", d."fiscalYear"::text, p."titleTh", coalesce(p."titleEn", p."titleTh")] AS said
        FROM declared d JOIN "Position" p ON p."agencyId" = ${agencyId} AND p.id = d."signatoryId"
        WHERE d."signedOn" IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM app.signs_for(${agencyId}, d."signatoryId", d."signedOn") s
            JOIN "Position" head ON head."agencyId" = ${agencyId} AND head.id = s AND head."isHead")`,
    },
    {
      code: 'DECLARATION_NOT_ACKNOWLEDGED',
      severity: 'INFO',
      titleTh: 'ยังไม่นับผู้รับทราบของบางส่วนราชการ',
      titleEn: 'Acknowledgements of some units not counted',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: นับผู้รับทราบของทุกส่วนราชการภายใน ${acknowledgementDueDays} วันนับแต่ลงนาม แผนของหน่วยงานให้เผยแพร่แก่บุคลากรโดยไม่กำหนดวัน`,
      messageTh: '%1$sปี %3$s ยังไม่มีจำนวนผู้รับทราบของ %4$s ส่วนราชการ: %5$s',
      messageEn: 'No acknowledgements of the declaration for %3$s (%2$s) were counted in %4$s units: %6$s',
      found: ({ agencyId, today }) => Prisma.sql`
        SELECT d.id::text AS key, jsonb_build_object('declarationId', d.id, 'fiscalYear', d."fiscalYear") AS refs, d.origin,
          ARRAY[d."kindTh", d."kindEn", d."fiscalYear"::text, n.count::text, n."namesTh", n."namesEn"] AS said
        FROM (SELECT w."declarationId", count(*) AS count, left(string_agg(u."nameTh", ', ' ORDER BY u.code), 500) AS "namesTh",
            left(string_agg(coalesce(u."nameEn", u."nameTh"), ', ' ORDER BY u.code), 500) AS "namesEn"
          FROM app.units_not_counted(${agencyId}) w JOIN "Unit" u ON u."agencyId" = ${agencyId} AND u.id = w."unitId"
          WHERE w."dueOn" < ${today} GROUP BY w."declarationId") n
        JOIN declared d ON d.id = n."declarationId"`,
    },
  ],
};
