import type { Prisma } from '@registry/prisma/generated/client/client.ts';

/** What the quarters said of each project, as drafting a report takes it over: its last report of the period, its texts and the values of its indicators. */
export async function writeProjectItems(tx: Prisma.TransactionClient, reportId: string): Promise<number> {
  const items = await tx.$executeRaw`
    INSERT INTO "YearReportItem" (id, "agencyId", "reportId", "sortOrder", "projectId", "titleTh", "resultTh", "problemsTh", "progressPercent",
      "spentAmount", "progressReportId", "takenVersion")
    SELECT md5(r.id::text || j.id::text)::uuid, r."agencyId", r.id, row_number() OVER (ORDER BY j."sortOrder"), j.id, j."titleTh",
      t.results, t.problems, w."progressPercent", w."spentAmount", w.id, w.version
    FROM "YearReport" r
    JOIN "Project" j ON j."agencyId" = r."agencyId" AND j."planId" = r."planId" AND r."fiscalYear" = ANY (j."fiscalYears") AND j.status <> 'CANCELLED'
    LEFT JOIN LATERAL (SELECT * FROM "ProgressReport" w WHERE w."agencyId" = j."agencyId" AND w."projectId" = j.id AND w."fiscalYear" = r."fiscalYear"
      AND w.quarter <= CASE r.kind WHEN 'SIX_MONTHS' THEN 2 ELSE 4 END ORDER BY w.quarter DESC LIMIT 1) w ON true
    LEFT JOIN LATERAL (SELECT string_agg('ไตรมาส ' || q.quarter || ': ' || q."summaryTh", E'\n' ORDER BY q.quarter) AS results,
        string_agg('ไตรมาส ' || q.quarter || ': ' || q."problemsTh", E'\n' ORDER BY q.quarter) AS problems
      FROM "ProgressReport" q WHERE q."agencyId" = j."agencyId" AND q."projectId" = j.id AND q."fiscalYear" = r."fiscalYear"
        AND q.quarter <= CASE r.kind WHEN 'SIX_MONTHS' THEN 2 ELSE 4 END) t ON true
    WHERE r.id = ${reportId}::uuid`;
  const values = await tx.$executeRaw`
    INSERT INTO "YearReportValue" (id, "agencyId", "itemId", "sortOrder", kind, "textTh", operator, threshold, "unitTh", value, previous)
    SELECT md5(i.id::text || n.id::text)::uuid, i."agencyId", i.id, row_number() OVER (PARTITION BY i.id ORDER BY n."sortOrder", n.id), n.kind,
      n."textTh", n.operator, n.threshold, n."unitTh", v.value, p.value
    FROM "YearReport" r JOIN "YearReportItem" i ON i."agencyId" = r."agencyId" AND i."reportId" = r.id
    JOIN "Indicator" n ON n."agencyId" = i."agencyId" AND n."projectId" = i."projectId"
    LEFT JOIN LATERAL (SELECT x.value FROM "ProgressIndicatorValue" x JOIN "ProgressReport" w ON w."agencyId" = x."agencyId" AND w.id = x."reportId"
      WHERE x."agencyId" = n."agencyId" AND x."indicatorId" = n.id AND w."fiscalYear" = r."fiscalYear"
        AND w.quarter <= CASE r.kind WHEN 'SIX_MONTHS' THEN 2 ELSE 4 END ORDER BY w.quarter DESC LIMIT 1) v ON true
    LEFT JOIN LATERAL (SELECT x.value FROM "ProgressIndicatorValue" x JOIN "ProgressReport" w ON w."agencyId" = x."agencyId" AND w.id = x."reportId"
      WHERE x."agencyId" = n."agencyId" AND x."indicatorId" = n.id AND w."fiscalYear" = r."fiscalYear" - 1 ORDER BY w.quarter DESC LIMIT 1) p ON true
    WHERE r.id = ${reportId}::uuid`;
  return items + values;
}

/** What the register says of each bribery risk and its measures, as drafting a report takes it over. */
export async function writeBriberyItems(tx: Prisma.TransactionClient, reportId: string): Promise<number> {
  const items = await tx.$executeRaw`
    INSERT INTO "YearReportItem" (id, "agencyId", "reportId", "sortOrder", "riskId", "titleTh", "resultTh", "suggestionsTh", "levelBefore", "levelAfter")
    SELECT md5(r.id::text || k.id::text)::uuid, r."agencyId", r.id, row_number() OVER (ORDER BY k.code, k.id), k.id, k."titleTh",
      CASE WHEN r.status <> 'DRAFT' THEN 'ดำเนินมาตรการตามที่กำหนดในทะเบียน (ตัวอย่าง)' END,
      CASE WHEN r.status <> 'DRAFT' THEN 'ทบทวนมาตรการในปีถัดไป (ตัวอย่าง)' END, b.level::text::"CurrentRiskLevel", k.level
    FROM "YearReport" r
    JOIN "Risk" k ON k."agencyId" = r."agencyId" AND k."registerId" = r."registerId" AND 'BRIBERY' = ANY (k."corruptionTypes")
    LEFT JOIN LATERAL (SELECT a.level FROM "Assessment" a WHERE a."agencyId" = k."agencyId" AND a."riskId" = k.id AND a.phase = 'INHERENT'
      ORDER BY a."assessedOn", a."createdAt", a.id LIMIT 1) b ON true
    WHERE r.id = ${reportId}::uuid`;
  const measures = await tx.$executeRaw`
    INSERT INTO "YearReportMeasure" (id, "agencyId", "itemId", "mitigationId", "sortOrder", "measureTh", "mitigationStatus", "progressPercent", "doneOn", "takenVersion", "doneTh")
    SELECT md5(i.id::text || m.id::text)::uuid, i."agencyId", i.id, m.id, row_number() OVER (PARTITION BY i.id ORDER BY m."sortOrder", m.id),
      m."measureTh", m.status, m."progressPercent", m."doneOn", m.version, CASE WHEN m.status = 'DONE' THEN 'ดำเนินการแล้วเสร็จ (ตัวอย่าง)' END
    FROM "YearReportItem" i JOIN "Mitigation" m ON m."agencyId" = i."agencyId" AND m."riskId" = i."riskId"
    WHERE i."reportId" = ${reportId}::uuid`;
  return items + measures;
}
