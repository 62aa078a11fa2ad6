-- The score of each instrument of an ITA result: as printed, else the mean of its indicators once all of them are known. Numerator and
-- denominator are exact, so that nothing is rounded twice. `ita/result.logic.ts` says the same of one result.
CREATE OR REPLACE FUNCTION app.ita_instrument_scores(agency uuid, assessment uuid)
RETURNS TABLE (code "ItaInstrumentCode", weight numeric, numerator numeric, denominator numeric) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT i.code, i."weightPercent",
    CASE WHEN app.printed_number(s."scorePrinted") IS NOT NULL THEN app.printed_number(s."scorePrinted") WHEN m.known = m.expected THEN m.sum END,
    CASE WHEN app.printed_number(s."scorePrinted") IS NOT NULL THEN 1 WHEN m.known = m.expected THEN m.known END::numeric
  FROM "ItaAssessment" a
  JOIN "ItaInstrument" i ON i."ruleSetId" = a."ruleSetId"
  LEFT JOIN "ItaInstrumentScore" s ON s."agencyId" = a."agencyId" AND s."assessmentId" = a.id AND s.code = i.code
  CROSS JOIN LATERAL (
    SELECT count(*) AS expected, count(app.printed_number(v."averagePrinted")) AS known, sum(app.printed_number(v."averagePrinted")) AS sum
    FROM "ItaIndicator" n LEFT JOIN "ItaIndicatorScore" v ON v."agencyId" = a."agencyId" AND v."assessmentId" = a.id AND v."indicatorId" = n.id
    WHERE n."ruleSetId" = i."ruleSetId" AND n."instrumentCode" = i.code
  ) m
  WHERE a."agencyId" = agency AND a.id = assessment
$$;

-- The grade that a rule set gives to a total and the least score of the instruments that are known, both with two decimals: the best grade whose
-- conditions hold. NULL where that depends on instruments and none is known.
CREATE OR REPLACE FUNCTION app.ita_grade(rules uuid, total numeric, lowest numeric) RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN g."leastOfEachInstrument" IS NULL OR lowest IS NOT NULL THEN g.code END
  FROM "ItaGradeBand" g
  WHERE g."ruleSetId" = rules AND total >= g."leastTotal" AND coalesce(lowest >= g."leastOfEachInstrument", true)
  ORDER BY g.rank LIMIT 1
$$;

-- The total by which a result is graded, as printed or else as it computes, and its grade.
CREATE OR REPLACE FUNCTION app.ita_result(agency uuid, assessment uuid, rules uuid, printed text, OUT total numeric, OUT grade text)
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
  score record;
  lowest numeric;
  is_whole boolean := true;
  sum numeric := 0;
  divisor numeric := 1;
BEGIN
  FOR score IN SELECT * FROM app.ita_instrument_scores(agency, assessment) LOOP
    sum := sum * score.denominator + score.weight * score.numerator * divisor;
    divisor := divisor * score.denominator;
    is_whole := is_whole AND score.numerator IS NOT NULL;
    lowest := LEAST(lowest, round(score.numerator / score.denominator, 2));
  END LOOP;
  IF NOT FOUND THEN
    sum := NULL;
  END IF;
  total := coalesce(round(app.printed_number(printed), 2), round(sum / (divisor * 100), 2));
  grade := app.ita_grade(rules, total, lowest);
  -- What is known and too low decides; what is not known leaves it open.
  IF NOT is_whole AND EXISTS (SELECT 1 FROM "ItaGradeBand" g
    WHERE g."ruleSetId" = rules AND g.code = grade AND g."leastOfEachInstrument" IS NOT NULL)
  THEN
    grade := NULL;
  END IF;
END $$;

-- Whether the results of a year are announced, of invented agencies or of the others, which have rounds of their own: the calendar of the round says so, or
-- a result is recorded. What nobody knows to be announced is owed by nobody.
CREATE OR REPLACE FUNCTION app.are_ita_results_announced(year integer, of_samples boolean, today date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT EXISTS (SELECT 1 FROM public."ItaRound" r JOIN public."ItaRoundStep" s ON s."roundId" = r.id
      WHERE r."fiscalYear" = year AND r."isSample" = of_samples AND s.step = 'ANNOUNCEMENT' AND s."opensOn" <= today)
    OR EXISTS (SELECT 1 FROM public."ItaAssessment" d JOIN public."Agency" a ON a.id = d."agencyId"
      WHERE d."fiscalYear" = year AND d.disclosure > 0 AND (a.kind = 'SAMPLE') = of_samples);
END;
