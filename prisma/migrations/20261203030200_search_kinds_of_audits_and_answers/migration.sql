-- Internal audits, what they observed, items of year reports and answers to the OIT are searched like all other records. New values of an enum may be used
-- once they are committed: by the next migration.
ALTER TYPE "SearchKind" ADD VALUE 'YEAR_REPORT_ITEM' BEFORE 'GUIDELINE';
ALTER TYPE "SearchKind" ADD VALUE 'INTERNAL_AUDIT' BEFORE 'GUIDELINE';
ALTER TYPE "SearchKind" ADD VALUE 'AUDIT_OBSERVATION' BEFORE 'GUIDELINE';
ALTER TYPE "SearchKind" ADD VALUE 'OIT_ITEM' BEFORE 'GUIDELINE';
