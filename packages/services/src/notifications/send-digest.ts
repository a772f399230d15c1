import { DomainError } from "@rembuk/domain/kernel/errors";
import { digestWording } from "@rembuk/domain/notifications/digest";
import { templateTexts } from "../cases/template-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { claimDigest } from "./claim-digest";
import { keepDigestInMailbox, settleDigest } from "./digest-store";
import type { MailRoute } from "./send-mail";

/**
 * Claim, send, mark, as any mail: what crashes in between stays claimed and becomes `uncertain`, its
 * lines are told in no other. not-mine: another has it, it waits, or there was nothing to tell.
 * @throws unavailable BUSY when the provider refused for now: it is composed anew
 */
export const sendDigest = async (
  ctx: ServiceContext,
  { digestId }: { readonly digestId: string },
  route: MailRoute,
): Promise<"sent" | "not-mine" | "failed" | "uncertain"> => {
  const digest = await claimDigest(ctx, digestId);
  if (!digest || digest.recipient === null) return "not-mine";
  const { id, recipient, language } = digest;
  const texts = await templateTexts(ctx.db, digest.areaCode, "mail-digest");
  const about = { publicUrl: route.publicUrl, language, template: texts[language] };
  const { subject, body } = digestWording(digest.lines, digest.day, about);
  if (route.send === null) {
    const kept = { id: ctx.newId(), digestId: id, recipient, subject, body };
    await inTransaction(ctx, (tx) => keepDigestInMailbox(tx, kept, ctx.now()));
    return "sent";
  }
  const outcome = await route.send({ to: recipient, subject, text: body, id });
  const settle = (delivery: "pending" | "sent" | "uncertain" | "failed") =>
    inTransaction(ctx, (tx) => settleDigest(tx, id, delivery, ctx.now()));
  if (outcome === "refused-for-now") {
    await settle("pending");
    throw new DomainError("unavailable", "BUSY");
  }
  const delivery = outcome === "refused" ? "failed" : outcome;
  await settle(delivery);
  return delivery;
};
