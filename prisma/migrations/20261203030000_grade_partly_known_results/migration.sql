-- Of a result with an instrument that is known and too low for a grade, and another that is not known, the database said nothing; the rules in code say
-- that it misses the grade. Results that are kept are graded anew by the body that is kept in prisma/functions; the trail names the registry.
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

DO $$
DECLARE result record;
BEGIN
  PERFORM set_config('app.account', app.registry_account()::text, true), set_config('app.act', 'gradeAgain', true), set_config('app.floor', '0', true);
  FOR result IN SELECT a."agencyId", a.id FROM "ItaAssessment" a
    CROSS JOIN LATERAL app.ita_result(a."agencyId", a.id, a."ruleSetId", a."totalPrinted") r WHERE a."gradeCode" IS DISTINCT FROM r.grade
  LOOP
    PERFORM set_config('app.agency', result."agencyId"::text, true);
    UPDATE "ItaAssessment" SET total = total WHERE "agencyId" = result."agencyId" AND id = result.id;
  END LOOP;
  PERFORM set_config('app.account', '', true), set_config('app.act', '', true), set_config('app.agency', '', true), set_config('app.floor', '', true);
END $$;
