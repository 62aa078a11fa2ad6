-- A project whose years ended without finishing it, for a stated reason (docs/decisions/0031). PostgreSQL lets a new value be used only after
-- the transaction that adds it, so the values have a migration of their own.
ALTER TYPE "ProjectStatus" ADD VALUE 'NOT_DONE';
ALTER TYPE "LifecycleStatus" ADD VALUE 'NOT_DONE' AFTER 'CANCELLED';
ALTER TYPE "LifecycleAct" ADD VALUE 'LEAVE_UNFINISHED' AFTER 'CANCEL';
