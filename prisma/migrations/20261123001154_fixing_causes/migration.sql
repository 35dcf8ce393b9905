-- AlterTable
ALTER TABLE "Fixing" ADD COLUMN     "causes" JSONB;
