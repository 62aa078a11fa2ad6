CREATE OR REPLACE FUNCTION app.disclosure_of_record(status "RecordStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 0 WHEN 'SUBMITTED' THEN 1 WHEN 'RETURNED' THEN 1 ELSE 2 END::smallint;

-- Amending hides nothing that was approved before.
CREATE OR REPLACE FUNCTION app.disclosure_of_record(status "RecordStatus", is_amendment boolean) RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE WHEN is_amendment THEN 2 ELSE app.disclosure_of_record(status) END::smallint;

CREATE OR REPLACE FUNCTION app.disclosure_of_order(status "DelegationOrderStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 0 ELSE 2 END::smallint;

CREATE OR REPLACE FUNCTION app.disclosure_of_library_risk(status "LibraryRiskStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 1 ELSE 2 END::smallint;

-- Correcting an entry hides nothing that was confirmed before.
CREATE OR REPLACE FUNCTION app.disclosure_of_entry(status "EntryStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 0 ELSE 2 END::smallint;

-- What analysts never read: the centre sees it once it is confirmed.
CREATE OR REPLACE FUNCTION app.disclosure_of_confidential_entry(status "EntryStatus") RETURNS smallint LANGUAGE sql IMMUTABLE
RETURN CASE status WHEN 'DRAFT' THEN 0 ELSE 1 END::smallint;
