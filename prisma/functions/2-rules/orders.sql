-- Whether an order in force is about to end by the day that it names itself.
CREATE OR REPLACE FUNCTION app.order_ends_soon(status "DelegationOrderStatus", effective_from date, effective_to date, day date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN status = 'ISSUED' AND effective_from <= day AND coalesce(effective_to BETWEEN day AND day + app.order_ends_soon_days(), false);
