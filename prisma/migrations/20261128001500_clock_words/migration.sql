-- "As soon as possible" is a time limit without a number of days. A new value of an enum is used from the next migration on.
ALTER TYPE "ClockCalendar" ADD VALUE 'AS_SOON_AS_POSSIBLE';

-- The Administrative Procedure Act B.E. 2539 counts the last day of an official even when offices are closed on it (section 64 paragraph 2),
-- and lets that of a private person run on to the next working day (paragraph 3).
CREATE TYPE "ClockParty" AS ENUM ('OFFICIAL', 'PRIVATE_PERSON');
