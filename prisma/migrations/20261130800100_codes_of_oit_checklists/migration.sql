-- Codes stand in the order in which people count: O9 before O10.
ALTER TABLE "OitTopic" ALTER COLUMN "code" TYPE text COLLATE app.counted;
ALTER TABLE "OitChecklistItem" ALTER COLUMN "code" TYPE text COLLATE app.counted;
