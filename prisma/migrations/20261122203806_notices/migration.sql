-- CreateTable
CREATE TABLE "Notice" (
    "room" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "account" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("room","seq")
);

-- CreateIndex
CREATE INDEX "Notice_room_account_seq_idx" ON "Notice"("room", "account", "seq" DESC);
