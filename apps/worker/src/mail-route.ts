import type {
  MailOutcome,
  MailRoute,
  OutgoingMail,
} from "@rembuk/services/notifications/send-mail";
import nodemailer from "nodemailer";
import type { Env } from "./env";

interface SmtpFailure {
  readonly responseCode?: number;
  readonly command?: string;
  readonly code?: string;
}

const neverReached = new Set(["ECONNECTION", "EDNS", "ECONNREFUSED", "EAUTH", "ETLS", "ESOCKET"]);

/**
 * What a failed handing-over means. An answer of the server is a refusal, for now (4xx) or for good
 * (5xx). Silence once the letter was on its way means that nobody knows.
 */
export const outcomeOf = (failure: SmtpFailure): MailOutcome => {
  const { responseCode: code, command } = failure;
  if (code !== undefined && code >= 500)
    return command?.startsWith("AUTH") ? "refused-for-now" : "refused";
  if (code !== undefined && code >= 400) return "refused-for-now";
  if (failure.code === "EENVELOPE") return "refused";
  const beforeLetter = command === "CONN" || command === "EHLO" || command?.startsWith("AUTH");
  if (beforeLetter || (failure.code && neverReached.has(failure.code) && command !== "DATA")) {
    return "refused-for-now";
  }
  return "uncertain";
};

/** SMTP by its address; null where there is none. */
const smtp = (url: string, from: string) => {
  const transport = nodemailer.createTransport(url, undefined as never);
  return async (mail: OutgoingMail): Promise<MailOutcome> => {
    try {
      const host =
        from
          .split("@")
          .at(-1)
          ?.replace(/[^\w.-]/g, "") || "rembuk";
      await transport.sendMail({
        from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: `<${mail.id}@${host}>`,
      });
      return "sent";
    } catch (error) {
      return outcomeOf(error as SmtpFailure);
    }
  };
};

type MailEnv = Pick<Env, "REMBUK_DEMO" | "SMTP_URL" | "MAIL_FROM" | "PUBLIC_URL">;

/** Demo: nothing ever leaves. Without SMTP_URL mails are listed as off. */
export const mailRoute = (env: MailEnv): { mode: "on" | "off"; route: MailRoute } => {
  const publicUrl = env.PUBLIC_URL.replace(/\/$/, "");
  if (env.REMBUK_DEMO === "1") return { mode: "on", route: { publicUrl, send: null } };
  if (!env.SMTP_URL || !env.MAIL_FROM) return { mode: "off", route: { publicUrl, send: null } };
  const url = new URL(env.SMTP_URL);
  for (const limit of ["connectionTimeout", "greetingTimeout", "socketTimeout"]) {
    if (!url.searchParams.has(limit)) url.searchParams.set(limit, "15000");
  }
  return { mode: "on", route: { publicUrl, send: smtp(url.toString(), env.MAIL_FROM) } };
};
