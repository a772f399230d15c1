import "server-only";
import { env, isDemo } from "@/env";
import type { Locale } from "@/i18n/preferences";
import { clientAddress } from "@/server/auth/client-address";
import { languageOf, type PlainPage } from "./plain-page";
import { type TrackingWords, trackingWords } from "./plain-words";

/** One request of a citizen for a page without framework. */
export interface Visit {
  readonly t: TrackingWords;
  readonly language: Locale;
  readonly nonce: string;
  readonly address: string;
  /** Path of the page, for the link to the other language. */
  readonly path: string;
}

/** Who asks, in which language, from where. */
export function visit(request: Request): Visit {
  const language = languageOf(request);
  return {
    t: trackingWords(language),
    language,
    nonce: request.headers.get("x-nonce") ?? crypto.randomUUID(),
    address: clientAddress(request.headers, env().TRUSTED_PROXY_HOPS),
    path: new URL(request.url).pathname,
  };
}

/** What surrounds every such page: title, demonstration strip, other language. */
export const shell = (
  { t, language, nonce, path }: Visit,
  subtitle: string,
): Omit<PlainPage, "main"> => ({
  language,
  nonce,
  subtitle,
  title: t("title"),
  demo: isDemo() ? { title: t("demoTitle"), text: t("demoText") } : null,
  other: {
    href: `${path}?bahasa=${language === "id" ? "en" : "id"}`,
    label: t("otherLanguage"),
  },
});
