-- An agency's risks are listed by their code: without this, all its risks of all years are sorted for each page, by a collation that reads numbers.
CREATE INDEX "Risk_agencyId_code_id_idx" ON "Risk" ("agencyId", "code", "id");
