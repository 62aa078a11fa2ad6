-- The numbers and other details that each kind of activity has; what it does not have is refused. TypeScript: activity/activity-kind.logic.ts.
CREATE OR REPLACE FUNCTION app.activity_details(kind "ActivityKind") RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE kind
  WHEN 'TRAINING' THEN ARRAY['invitedCount', 'attendedCount', 'passedCount', 'percentPrinted']
  WHEN 'TEST' THEN ARRAY['invitedCount', 'attendedCount', 'passedCount', 'averageScore', 'scoreMax', 'percentPrinted']
  WHEN 'SURVEY' THEN ARRAY['invitedCount', 'respondentCount', 'averageScore', 'scoreMax', 'percentPrinted']
  WHEN 'PUBLIC_MEETING' THEN ARRAY['invitedCount', 'attendedCount', 'percentPrinted']
  WHEN 'STUDY_VISIT' THEN ARRAY['invitedCount', 'attendedCount', 'percentPrinted']
  WHEN 'CAMPAIGN' THEN ARRAY['attendedCount']
  WHEN 'AWARD' THEN ARRAY['attendedCount']
  WHEN 'COMMITTEE_MEETING' THEN ARRAY['invitedCount', 'attendedCount', 'percentPrinted', 'committeeId', 'agendaTh', 'resolutionsTh']
  WHEN 'OTHER' THEN ARRAY['invitedCount', 'attendedCount', 'percentPrinted']
END;

-- A share in percent with two decimals; null where a part of it is unknown, or there is nothing to be a share of.
CREATE OR REPLACE FUNCTION app.percent_of(part numeric, whole numeric) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN round(100 * part / nullif(whole, 0), 2);

-- The percentage by which an activity is judged: of those who attended those who passed, else of those invited those who came, else the mean score;
-- of a survey the mean score, else of those invited those who answered. TypeScript: activity/activity-percent.logic.ts.
CREATE OR REPLACE FUNCTION app.activity_percent(a "IntegrityActivity") RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE a.kind
  WHEN 'SURVEY' THEN coalesce(app.percent_of(a."averageScore", a."scoreMax"), app.percent_of(a."respondentCount", a."invitedCount"))
  ELSE coalesce(app.percent_of(a."passedCount", a."attendedCount"), app.percent_of(a."attendedCount", a."invitedCount"),
    app.percent_of(a."averageScore", a."scoreMax"))
END;

-- The number in a percentage as it is printed, in digits of either script; null where it is no number.
CREATE OR REPLACE FUNCTION app.printed_percent(printed text) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substring(translate(printed, '๐๑๒๓๔๕๖๗๘๙', '0123456789') FROM '^\s*(?:ร้อยละ)?\s*([0-9]{1,3}(?:\.[0-9]{1,4})?)\s*%?\s*$')::numeric;

-- Whether a printed percentage is that of the counts, to the decimals in which it is printed; true where either is unknown.
CREATE OR REPLACE FUNCTION app.is_percent_as_printed(printed text, computed numeric) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(abs(app.printed_percent(printed) - computed) < 0.5 * power(10::numeric, -least(scale(app.printed_percent(printed)), 2)) + 0.005, true);

-- Whether a percentage misses the threshold of an indicator that asks for so many percent or more; null where it asks for something else.
CREATE OR REPLACE FUNCTION app.is_below_threshold(operator "IndicatorOperator", threshold numeric, unit text, "unitTh" text, percent numeric)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN operator = 'GTE' AND (unit LIKE 'percent%' OR unit = '%' OR "unitTh" LIKE 'ร้อยละ%') AND percent < threshold;

-- A draft whose days are over waits for an approver.
CREATE OR REPLACE FUNCTION app.is_to_be_recorded(status "EntryStatus", last_day date, day date) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status IN ('DRAFT', 'CORRECTING') AND last_day < day;
