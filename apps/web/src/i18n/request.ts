import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LOCALE_COOKIE, toLocale } from "./preferences";

export default getRequestConfig(async () => {
  const locale = toLocale((await cookies()).get(LOCALE_COOKIE)?.value);
  const messages = (await import(`../messages/${locale}.json`)) as { default: object };
  // Dates are written by lib/format in the zone of the office, never by next-intl.
  return { locale, timeZone: "Asia/Makassar", messages: messages.default as never };
});
