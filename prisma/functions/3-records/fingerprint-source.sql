-- The texts whose fingerprints are kept: what risks and projects are called in Thai, which everybody reads who may read the record.
-- What the library offers is for every agency; a draft is the centre's own.
CREATE OR REPLACE VIEW app.fingerprint_source WITH (security_invoker = true) AS
SELECT id, "agencyId", disclosure, 'RISK'::"FingerprintKind" AS kind, "titleTh" AS text FROM "Risk"
UNION ALL
SELECT id, "agencyId", disclosure, 'PROJECT', "titleTh" FROM "Project"
UNION ALL
SELECT id, NULL, app.disclosure_of_library_risk(status), 'LIBRARY_RISK', "titleTh" FROM "LibraryRisk";
