-- Who made a merged report may say that the answer settles it for them; the carrying case stays as it is.

ALTER TABLE "case_reporter" ADD COLUMN "settled_at" TIMESTAMPTZ(3);
