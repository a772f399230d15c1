import { DomainError } from "@rembuk/domain/kernel/errors";
import { mailWording, templateOf } from "@rembuk/domain/notifications/mail-wording";
import { noticePath } from "@rembuk/domain/notifications/notice-path";
import { findOffice } from "../areas/queries";
import { templateTexts } from "../cases/template-queries";
import type { ServiceContext } from "../context";
import { type ClaimedMail, claimMail } from "./claim-mail";
import { keepInMailbox, settleMail } from "./store";

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of the notification, for Message-ID: the same mail sent twice can be told as one. */
  readonly id: string;
}

/**
 * How a handing-over ended: refused before the provider took it (try again later, or never), or
 * nobody knows.
 */
export type MailOutcome = "sent" | "refused-for-now" | "refused" | "uncertain";
export type SendMail = (mail: OutgoingMail) => Promise<MailOutcome>;

export interface MailRoute {
  readonly publicUrl: string;
  /** Null in demo mode: mail goes to the local mailbox and never out. */
  readonly send: SendMail | null;
}

/** In the words of the case's kecamatan and the language of its reader. */
const wordingOf = async (ctx: ServiceContext, mail: ClaimedMail, publicUrl: string) => {
  const { kind, params, language, subdistrictCode } = mail;
  const [texts, office] = await Promise.all([
    templateTexts(ctx.db, subdistrictCode, templateOf(kind)),
    findOffice(ctx.db, subdistrictCode),
  ]);
  return mailWording(kind, params, {
    template: texts[language],
    language,
    officeName: office?.name ?? "",
    caseUrl: `${publicUrl}${noticePath(kind, mail.subject.slice("case/".length))}`,
  });
};

/**
 * Claim, send, mark. Whatever crashes in between stays claimed and becomes `uncertain`; it is shown
 * and never sent again unasked. not-mine: another has it, it waits, or it was withdrawn.
 * @throws unavailable BUSY when the provider refused for now: the mail waits again
 */
export const sendMail = async (
  ctx: ServiceContext,
  { notificationId }: { readonly notificationId: string },
  route: MailRoute,
): Promise<"sent" | "not-mine" | "failed" | "uncertain"> => {
  const mail = await claimMail(ctx, notificationId);
  if (!mail) return "not-mine";
  if (mail.recipient === null) {
    await settleMail(ctx.db, mail.id, "failed", ctx.now());
    return "failed";
  }
  const { subject, body } = await wordingOf(ctx, mail, route.publicUrl);
  if (route.send === null) {
    const kept = {
      id: ctx.newId(),
      notificationId: mail.id,
      recipient: mail.recipient,
      subject,
      body,
    };
    await keepInMailbox(ctx.db, { ...kept, now: ctx.now() });
    return "sent";
  }
  const outcome = await route.send({ to: mail.recipient, subject, text: body, id: mail.id });
  if (outcome === "refused-for-now") {
    await settleMail(ctx.db, mail.id, "pending", ctx.now());
    throw new DomainError("unavailable", "BUSY");
  }
  const delivery = outcome === "refused" ? "failed" : outcome;
  await settleMail(ctx.db, mail.id, delivery, ctx.now());
  return delivery;
};
