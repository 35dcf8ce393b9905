-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "nickname" TEXT NOT NULL,
    "nicknameKey" TEXT NOT NULL,
    "guest" BOOLEAN NOT NULL,
    "passwordHash" TEXT,
    "locale" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "agent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "SignInThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "EngineBuild" (
    "hash" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EngineBuild_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ownerId" UUID,
    "visibility" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "config" JSONB NOT NULL,
    "seed" TEXT NOT NULL,
    "seedCommit" TEXT NOT NULL,
    "build" TEXT NOT NULL,
    "firstBuild" TEXT NOT NULL,
    "speed" DOUBLE PRECISION NOT NULL,
    "state" TEXT NOT NULL,
    "stateNote" TEXT,
    "horizon" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL DEFAULT 0,
    "parentRoom" TEXT,
    "parentSeq" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalBatch" (
    "room" TEXT NOT NULL,
    "firstSeq" INTEGER NOT NULL,
    "lastSeq" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "horizon" BIGINT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "build" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "wallAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "batch" BIGSERIAL NOT NULL,

    CONSTRAINT "JournalBatch_pkey" PRIMARY KEY ("room","batch")
);

-- CreateTable
CREATE TABLE "Snapshot" (
    "room" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "eventSeq" BIGINT NOT NULL,
    "build" TEXT NOT NULL,
    "chain" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "batch" BIGINT NOT NULL,
    "payload" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("room","at","seq")
);

-- CreateTable
CREATE TABLE "Account" (
    "room" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("room","no")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "userId" UUID,
    "seat" TEXT,
    "role" TEXT NOT NULL,
    "nickname" TEXT NOT NULL,
    "ownerNo" SERIAL NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberAccount" (
    "memberId" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "accountNo" INTEGER NOT NULL,

    CONSTRAINT "MemberAccount_pkey" PRIMARY KEY ("memberId","room","accountNo")
);

-- CreateTable
CREATE TABLE "Watermark" (
    "room" TEXT NOT NULL,
    "eventSeq" BIGINT NOT NULL,

    CONSTRAINT "Watermark_pkey" PRIMARY KEY ("room")
);

-- CreateTable
CREATE TABLE "Order" (
    "room" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "account" INTEGER NOT NULL,
    "clientOrderId" TEXT,
    "contract" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "lots" BIGINT NOT NULL,
    "filled" BIGINT NOT NULL,
    "price" INTEGER,
    "filledValue" BIGINT NOT NULL,
    "timeInForce" TEXT NOT NULL,
    "postOnly" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "cancelReason" TEXT,
    "refusal" JSONB,
    "createdSeq" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("room","id")
);

-- CreateTable
CREATE TABLE "Fill" (
    "room" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "account" INTEGER NOT NULL,
    "orderId" BIGINT NOT NULL,
    "contract" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "lots" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "liquidity" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Fill_pkey" PRIMARY KEY ("room","seq")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "room" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "account" INTEGER NOT NULL,
    "entry" TEXT NOT NULL,
    "marginChange" BIGINT NOT NULL,
    "bankChange" BIGINT NOT NULL,
    "marginCash" BIGINT NOT NULL,
    "bankCash" BIGINT NOT NULL,
    "contract" TEXT,
    "lots" BIGINT,
    "price" INTEGER,
    "previousPrice" INTEGER,
    "at" BIGINT NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("room","seq")
);

-- CreateTable
CREATE TABLE "Trade" (
    "room" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "contract" TEXT NOT NULL,
    "price" INTEGER NOT NULL,
    "lots" BIGINT NOT NULL,
    "aggressor" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Trade_pkey" PRIMARY KEY ("room","seq")
);

-- CreateTable
CREATE TABLE "Candle" (
    "room" TEXT NOT NULL,
    "contract" TEXT NOT NULL,
    "interval" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "open" INTEGER NOT NULL,
    "high" INTEGER NOT NULL,
    "low" INTEGER NOT NULL,
    "close" INTEGER NOT NULL,
    "volume" BIGINT NOT NULL,

    CONSTRAINT "Candle_pkey" PRIMARY KEY ("room","contract","interval","at")
);

-- CreateTable
CREATE TABLE "EquityPoint" (
    "room" TEXT NOT NULL,
    "account" INTEGER NOT NULL,
    "date" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "wealth" BIGINT NOT NULL,
    "equity" BIGINT NOT NULL,
    "requirement" BIGINT NOT NULL,

    CONSTRAINT "EquityPoint_pkey" PRIMARY KEY ("room","account","date")
);

-- CreateTable
CREATE TABLE "Settlement" (
    "room" TEXT NOT NULL,
    "contract" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "price" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "volume" BIGINT NOT NULL,
    "final" BOOLEAN NOT NULL,

    CONSTRAINT "Settlement_pkey" PRIMARY KEY ("room","contract","date","final")
);

-- CreateTable
CREATE TABLE "Fixing" (
    "room" TEXT NOT NULL,
    "benchmark" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "level" INTEGER,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "withheldDays" INTEGER NOT NULL,

    CONSTRAINT "Fixing_pkey" PRIMARY KEY ("room","benchmark","date")
);

-- CreateTable
CREATE TABLE "PublicEvent" (
    "room" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "PublicEvent_pkey" PRIMARY KEY ("room","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_nicknameKey_key" ON "User"("nicknameKey");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "ApiKey_userId_idx" ON "ApiKey"("userId");

-- CreateIndex
CREATE INDEX "JournalBatch_room_firstSeq_idx" ON "JournalBatch"("room", "firstSeq");

-- CreateIndex
CREATE UNIQUE INDEX "Member_ownerNo_key" ON "Member"("ownerNo");

-- CreateIndex
CREATE UNIQUE INDEX "Member_room_userId_key" ON "Member"("room", "userId");

-- CreateIndex
CREATE INDEX "MemberAccount_room_accountNo_idx" ON "MemberAccount"("room", "accountNo");

-- CreateIndex
CREATE INDEX "Order_room_account_createdSeq_idx" ON "Order"("room", "account", "createdSeq" DESC);

-- CreateIndex
CREATE INDEX "Fill_room_account_seq_idx" ON "Fill"("room", "account", "seq" DESC);

-- CreateIndex
CREATE INDEX "Fill_room_orderId_idx" ON "Fill"("room", "orderId");

-- CreateIndex
CREATE INDEX "LedgerEntry_room_account_seq_idx" ON "LedgerEntry"("room", "account", "seq" DESC);

-- CreateIndex
CREATE INDEX "Trade_room_contract_seq_idx" ON "Trade"("room", "contract", "seq" DESC);

-- CreateIndex
CREATE INDEX "PublicEvent_room_kind_seq_idx" ON "PublicEvent"("room", "kind", "seq" DESC);

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberAccount" ADD CONSTRAINT "MemberAccount_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberAccount" ADD CONSTRAINT "MemberAccount_room_accountNo_fkey" FOREIGN KEY ("room", "accountNo") REFERENCES "Account"("room", "no") ON DELETE RESTRICT ON UPDATE CASCADE;
