-- Which key seals a paper's file: a rotation must not take it away while the file is still there.
ALTER TABLE "paper" ADD COLUMN "sealed_with" TEXT;
