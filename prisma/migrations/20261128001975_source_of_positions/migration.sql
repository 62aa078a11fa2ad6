-- Positions say where they stand, as units do: no fact of a real agency is without its source (docs/decisions/0034).
ALTER TABLE "Position" ADD COLUMN "sourceDocument" TEXT, ADD COLUMN "sourceSection" TEXT;
