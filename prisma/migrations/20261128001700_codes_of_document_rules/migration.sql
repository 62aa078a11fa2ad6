-- The codes of the documents' rules sort as people count, as every other code does: guideline 9 before guideline 10.
ALTER TABLE "DocumentRule" ALTER COLUMN "code" TYPE text COLLATE app.counted;
