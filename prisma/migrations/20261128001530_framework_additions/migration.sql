-- Of the framework that came with the documents only those missions are recorded that the documents use, although it bears the name of the
-- whole: that is said now, and the keeper of reference data adds what is missing.
CREATE TYPE "FrameworkCoverage" AS ENUM ('PARTIAL', 'COMPLETE');
ALTER TABLE "Framework" ADD COLUMN coverage "FrameworkCoverage" NOT NULL DEFAULT 'PARTIAL';

-- Parts are added and never changed or removed: plans and editions point to them.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Framework', 'FrameworkDimension', 'FrameworkMission', 'FrameworkSubMission'] LOOP
    EXECUTE format($f$CREATE POLICY reference_keeper_adds ON %I FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference')$f$, t);
    EXECUTE format('GRANT INSERT ON %I TO registry_app', t);
  END LOOP;
END $$;
