-- Two statuses of plans, SWOT analyses and risk registers (docs/decisions/0024, 0025). PostgreSQL lets a new value be used only after the
-- transaction that adds it, so they are added by a migration of their own.
--
-- IMPORTED: taken from a document that the agency published; nobody approved it here.
-- AMENDING: written like a draft, and disclosed as before.
ALTER TYPE "RecordStatus" ADD VALUE 'IMPORTED' BEFORE 'APPROVED';
ALTER TYPE "RecordStatus" ADD VALUE 'AMENDING' BEFORE 'CLOSED';
ALTER TYPE "LifecycleStatus" ADD VALUE 'IMPORTED' BEFORE 'APPROVED';
ALTER TYPE "LifecycleStatus" ADD VALUE 'AMENDING' BEFORE 'CLOSED';
