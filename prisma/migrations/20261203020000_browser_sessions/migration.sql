-- Who is signed in with a browser, for all instances (docs/decisions/0069). The token of a session is in its cookie alone: here is its hash.
CREATE TABLE "BrowserSession" (
    "tokenHash" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "providerSession" TEXT,
    "sealedIdToken" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idleUntil" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BrowserSession_pkey" PRIMARY KEY ("tokenHash"),
    CONSTRAINT "BrowserSession_tokenHash_check" CHECK ("tokenHash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "BrowserSession_idleUntil_check" CHECK ("idleUntil" <= "endsAt")
);

CREATE INDEX "BrowserSession_idleUntil_idx" ON "BrowserSession"("idleUntil");
CREATE INDEX "BrowserSession_issuer_subject_idx" ON "BrowserSession"("issuer", "subject");

-- It belongs to no agency, and says who is signed in: the application reaches it by the functions of browser-sessions.sql alone.
ALTER TABLE "BrowserSession" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BrowserSession" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_keeps ON "BrowserSession" TO CURRENT_USER USING (true) WITH CHECK (true);
