-- A letter that goes with a referral names it.

-- AlterTable
ALTER TABLE "letter" ADD COLUMN "referral_id" UUID;

ALTER TABLE "letter" ADD CONSTRAINT letter_of_referral
  CHECK ((kind = 'referral-letter') = (referral_id IS NOT NULL));
