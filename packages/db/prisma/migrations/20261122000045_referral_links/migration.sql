-- A signed link may open one referral instead of the case's assignment.

ALTER TABLE "answer_link" ADD COLUMN "referral_id" UUID;

-- AddForeignKey
ALTER TABLE "answer_link" ADD CONSTRAINT "answer_link_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
