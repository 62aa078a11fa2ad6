-- Whether an order in force ends within some days by the day that it names itself.
CREATE OR REPLACE FUNCTION app.order_ends_within(status "DelegationOrderStatus", effective_from date, effective_to date, day date, days integer)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status = 'ISSUED' AND effective_from <= day AND coalesce(effective_to BETWEEN day AND day + days, false);

-- The same of the days by which the registry warns.
CREATE OR REPLACE FUNCTION app.order_ends_soon(status "DelegationOrderStatus", effective_from date, effective_to date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN app.order_ends_within(status, effective_from, effective_to, day, app.order_ends_soon_days());
