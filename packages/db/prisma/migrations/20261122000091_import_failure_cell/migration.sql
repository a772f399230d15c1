-- Where in the workbook what was refused stands ("C9"): an address, never what is written there.

-- AlterTable
ALTER TABLE "case_import" ADD COLUMN "failure_cell" TEXT;
