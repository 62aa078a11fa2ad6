-- Removals are few and found by what was removed: whoever reads as of a moment wants the rows that are gone since.
CREATE INDEX "AuditEntry_removed_idx" ON "AuditEntry" (entity, "agencyId", at) WHERE action = 'DELETE';
