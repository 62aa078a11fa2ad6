import { Prisma } from '@registry/prisma/generated/client/client.ts';
import { ownRule } from '../../graphql/rule-basis.ts';
import { quadrantMeanings } from '../../swot/swot-words.logic.ts';
import { wordEn, wordTh } from '../../tenancy/sql-words.ts';
import { swotItemRemoved } from './amendments.ts';
import { type CheckDomain, isAsked, partOf } from './check.ts';

const quadrantNames = Prisma.raw(
  Object.keys(quadrantMeanings)
    .map((name) => `'${name}'`)
    .join(', '),
);

export const swotChecks: CheckDomain = {
  name: 'swot',
  models: ['SwotAnalysis'],
  column: 'analysisId',
  tables: () => ({
    quadrant: Prisma.sql`SELECT q.name, ${wordTh('q.name', quadrantMeanings)} AS "nameTh", ${wordEn('q.name', quadrantMeanings)} AS "nameEn"
      FROM unnest(ARRAY[${quadrantNames}]) AS q (name)`,
  }),
  checks: [
    swotItemRemoved,
    {
      code: 'SWOT_QUADRANT_EMPTY',
      severity: 'WARNING',
      titleTh: 'การวิเคราะห์ SWOT ไม่ครบสี่ด้าน',
      titleEn: 'SWOT analysis without one of its quadrants',
      basis: 'REGISTRY_RULE',
      basisTh: `${ownRule}: การวิเคราะห์สภาพแวดล้อมมีสี่ด้าน`,
      messageTh: 'การวิเคราะห์ยังไม่มีรายการด้าน%1$s',
      messageEn: 'The analysis names no %2$s',
      found: (asked) => Prisma.sql`
        SELECT a.id || ' ' || q.name AS key, jsonb_build_object('analysisId', a.id, 'fiscalYear', a."fiscalYear") AS refs,
          ARRAY[q."nameTh", q."nameEn"] AS said, a.origin
        FROM "SwotAnalysis" a CROSS JOIN quadrant q
        WHERE ${isAsked('a', asked)} AND NOT EXISTS (
          SELECT 1 FROM "SwotItem" i WHERE ${partOf('i', 'analysisId', 'a', asked)} AND i.quadrant::text = q.name)`,
    },
  ],
};
