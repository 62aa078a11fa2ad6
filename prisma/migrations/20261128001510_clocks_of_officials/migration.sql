-- Whom a time limit binds. Every clock that a registry holds so far binds officials, but one that binds the press.
ALTER TABLE "LegalClock" ADD COLUMN binds "ClockParty" NOT NULL DEFAULT 'OFFICIAL';
ALTER TABLE "LegalClock" ALTER COLUMN days DROP NOT NULL;
ALTER TABLE "LegalClock" DROP CONSTRAINT days_range;
ALTER TABLE "LegalClock" ADD CONSTRAINT days_range CHECK (
  (calendar = 'IMMEDIATE') = (days IS NOT DISTINCT FROM 0) AND (calendar = 'AS_SOON_AS_POSSIBLE') = (days IS NULL) AND days >= 0);
