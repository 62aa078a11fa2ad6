-- Codes stand in the order in which people count: ITA-9 before ITA-10.
ALTER TABLE "ItaRuleSet" ALTER COLUMN "code" TYPE text COLLATE app.counted;
ALTER TABLE "ItaGradeBand" ALTER COLUMN "code" TYPE text COLLATE app.counted;
ALTER TABLE "IntegrityTarget" ALTER COLUMN "code" TYPE text COLLATE app.counted;
