-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "display" BIGINT,
ADD COLUMN     "goodTill" TEXT,
ADD COLUMN     "legs" JSONB,
ADD COLUMN     "reduceOnly" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stop" JSONB,
ADD COLUMN     "tie" JSONB;

-- AlterTable
ALTER TABLE "Trade" ALTER COLUMN "aggressor" DROP NOT NULL;
