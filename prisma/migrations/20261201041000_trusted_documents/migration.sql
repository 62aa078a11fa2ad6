-- Operations of front ends, registered from their builds and asked for by hash (docs/decisions/0066).
CREATE TYPE "OperationKind" AS ENUM ('QUERY', 'MUTATION', 'SUBSCRIPTION');

CREATE TABLE "TrustedDocument" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "operationName" TEXT NOT NULL,
    "kind" "OperationKind" NOT NULL,
    "document" TEXT NOT NULL,
    "usesFields" TEXT[],
    "cost" INTEGER,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrustedDocument_pkey" PRIMARY KEY ("id"),
    CONSTRAINT hash_of_document CHECK (hash = encode(sha256(convert_to(document, 'UTF8')), 'hex'))
);

CREATE TABLE "TrustedDocumentClient" (
    "documentId" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TrustedDocumentClient_pkey" PRIMARY KEY ("documentId","client")
);

CREATE TABLE "TrustedDocumentUse" (
    "documentId" UUID NOT NULL,
    "usedOn" DATE NOT NULL,
    "times" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrustedDocumentUse_pkey" PRIMARY KEY ("documentId","usedOn")
);

CREATE UNIQUE INDEX "TrustedDocument_hash_key" ON "TrustedDocument"("hash");
CREATE INDEX "TrustedDocument_registeredAt_idx" ON "TrustedDocument"("registeredAt");
CREATE INDEX "TrustedDocumentClient_client_idx" ON "TrustedDocumentClient"("client");

ALTER TABLE "TrustedDocumentClient" ADD CONSTRAINT "TrustedDocumentClient_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "TrustedDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "TrustedDocumentUse" ADD CONSTRAINT "TrustedDocumentUse_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "TrustedDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The keeper of reference data alone reads and registers them; a document never changes, its front ends come and go. Uses are counted by
-- `app.count_document_uses` alone.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['TrustedDocument', 'TrustedDocumentClient', 'TrustedDocumentUse'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_writes ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format($f$CREATE POLICY reference_keeper_reads ON %I FOR SELECT USING ((SELECT app.duty()) = 'reference')$f$, t);
    EXECUTE format('GRANT SELECT ON %I TO registry_app', t);
    CONTINUE WHEN t = 'TrustedDocumentUse';
    EXECUTE format($f$CREATE POLICY reference_keeper_adds ON %I FOR INSERT WITH CHECK ((SELECT app.duty()) = 'reference')$f$, t);
    EXECUTE format('GRANT INSERT ON %I TO registry_app', t);
    EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.audit(%s)', t,
      CASE WHEN t = 'TrustedDocumentClient' THEN quote_literal('documentId') END);
  END LOOP;
END $$;
CREATE POLICY reference_keeper_withdraws ON "TrustedDocumentClient" FOR DELETE USING ((SELECT app.duty()) = 'reference');
GRANT DELETE ON "TrustedDocumentClient" TO registry_app;
