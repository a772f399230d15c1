-- What an office has on its letters besides the number: lines under its name, and who gets a copy.

-- AlterTable
ALTER TABLE "letter_setting" ADD COLUMN "letterhead" TEXT[],
ADD COLUMN "copies" TEXT[];

-- The next number is shown where the format is set, also to who has no office of their own.
CREATE POLICY letter_counter_shown ON letter_counter FOR SELECT TO rembuk_app
  USING (subdistrict_code = (SELECT ctx('rules')));
