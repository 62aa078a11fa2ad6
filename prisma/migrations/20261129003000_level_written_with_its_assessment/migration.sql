-- Whoever assesses a risk writes its current level in the same change as its version, before the assessment that it comes from is there
-- (docs/decisions/0043). The trigger on assessments has the last word, as before.
ALTER TABLE "Risk" ALTER CONSTRAINT "Risk_agencyId_currentAssessmentId_fkey" DEFERRABLE INITIALLY DEFERRED;
