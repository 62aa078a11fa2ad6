-- Whoever keeps the reference data adds what is missing of a framework (20261128001530), and says when nothing is missing any more: from
-- PARTIAL to COMPLETE, and nothing else of it changes.
GRANT UPDATE (coverage) ON "Framework" TO registry_app;
CREATE POLICY reference_keeper_completes ON "Framework" FOR UPDATE
  USING ((SELECT app.duty()) = 'reference' AND coverage = 'PARTIAL') WITH CHECK (coverage = 'COMPLETE');
