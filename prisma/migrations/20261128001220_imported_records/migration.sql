-- What was taken from documents that agencies published stood as APPROVED, although the centre never approved it here, and a register named a
-- method that its document does not name (docs/decisions/0025).

-- No method is claimed where the document names none; the first assessment takes one.
ALTER TABLE "RiskRegister" ALTER COLUMN "methodId" DROP NOT NULL;

-- Told apart by what is on record: taken from a document, approved, and no act of approval behind it. What an agency has amended since, and the
-- centre has approved, has that act and stays. Each change is in the trail, with its reason; nothing else of the record or of its history changes.
DO $$
DECLARE
  place record;
  record record;
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'markImported', true),
    set_config('app.reason', 'นำเข้าจากเอกสารที่หน่วยงานเผยแพร่ โดยไม่มีการเห็นชอบของ ศปท.กทม. ในทะเบียนนี้ (docs/decisions/0025)', true);
  FOR place IN SELECT * FROM (VALUES ('Plan', 'planId'), ('SwotAnalysis', 'analysisId'), ('RiskRegister', 'registerId')) AS v (name, link) LOOP
    PERFORM set_config('app.floor', '0', true);
    FOR record IN EXECUTE format('SELECT r."agencyId", r.id FROM %I r WHERE r.origin = ''DOCUMENT'' AND r.status = ''APPROVED''
      AND NOT EXISTS (SELECT 1 FROM "StatusChange" s WHERE s."agencyId" = r."agencyId" AND s.%I = r.id AND s.act = ''APPROVE'')',
      place.name, place.link)
    LOOP
      PERFORM set_config('app.agency', record."agencyId"::text, true);
      EXECUTE format('UPDATE %I SET status = ''IMPORTED'', version = version + 1 WHERE "agencyId" = $1 AND id = $2', place.name)
        USING record."agencyId", record.id;
      IF place.name = 'RiskRegister' THEN
        UPDATE "RiskRegister" g SET "methodId" = NULL WHERE g."agencyId" = record."agencyId" AND g.id = record.id AND NOT EXISTS (
          SELECT 1 FROM "Risk" r JOIN "Assessment" a ON a."agencyId" = r."agencyId" AND a."riskId" = r.id
          WHERE r."agencyId" = record."agencyId" AND r."registerId" = record.id);
      END IF;
    END LOOP;
    PERFORM set_config('app.agency', '', true), set_config('app.floor', '', true);
  END LOOP;
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true), set_config('app.reason', '', true);
END $$;
