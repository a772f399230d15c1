-- Where an import stands, by the row of the sheet: a category that is switched off meanwhile shifts no row.

-- AlterTable
ALTER TABLE "case_import" ADD COLUMN "last_row" INTEGER NOT NULL DEFAULT 0;
