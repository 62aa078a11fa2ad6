-- What is spent of the budgets of cost, over all instances (docs/decisions/0065). Nobody misses it after a crash, so it is not logged.
CREATE UNLOGGED TABLE "SpentCost" (
    "key" TEXT NOT NULL,
    "points" BIGINT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SpentCost_pkey" PRIMARY KEY ("key")
);

-- It belongs to no agency, and names accounts and addresses: the application reaches it by `app.settle_cost` alone.
ALTER TABLE "SpentCost" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SpentCost" FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_settles ON "SpentCost" TO CURRENT_USER USING (true) WITH CHECK (true);
