import { LOCALE_COOKIE, type Locale, toLocale } from "@/i18n/preferences";
import { type Html, html, trusted } from "./plain-html";
import { plainStyle } from "./plain-style";

/** The pinwheel of the logo. */
const logo = trusted(
  `<svg width="26" height="26" viewBox="0 0 28 28" aria-hidden="true"><g fill="var(--brand)"><rect width="18" height="8" rx="1"/><rect x="20" width="8" height="18" rx="1"/><rect x="10" y="20" width="18" height="8" rx="1"/><rect y="10" width="8" height="18" rx="1"/></g><rect x="10" y="10" width="8" height="8" rx="1" fill="var(--turn)"/></svg>`,
);

export interface PlainPage {
  readonly language: Locale;
  /** Of this answer's content policy; the one style element carries it. */
  readonly nonce: string;
  readonly title: string;
  /** Under the title in the bar: the office. */
  readonly subtitle: string;
  /** Title and text of the strip of demonstration data; null outside it. */
  readonly demo: { readonly title: string; readonly text: string } | null;
  /** Address of the same page in the other language. */
  readonly other: { readonly href: string; readonly label: string } | null;
  readonly main: Html;
}

/** A whole page without script: works on any phone, and in at most 40 KB. */
export function plainPage(page: PlainPage): string {
  const otherLanguage = page.language === "id" ? "en" : "id";
  return html`<!doctype html>
<html lang="${page.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="format-detection" content="telephone=no"><title>${page.title} · Rembuk</title><link rel="icon" href="/icon.svg"><style nonce="${page.nonce}">${trusted(plainStyle)}</style></head>
<body>${page.demo && html`<div class="demo" role="note"><b>${page.demo.title}</b>${page.demo.text}</div>`}<header class="top"><div class="wrap">${logo}<p>${page.title}<span>${page.subtitle}</span></p>${page.other && html`<a href="${page.other.href}" hreflang="${otherLanguage}" lang="${otherLanguage}">${page.other.label}</a>`}</div></header>
<main class="wrap">${page.main}</main></body></html>`.text;
}

/** An answer that nobody keeps or indexes; the proxy adds the content policy of its nonce. */
export function plainAnswer(body: string, status: number, more?: HeadersInit): Response {
  const headers = new Headers(more);
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("cache-control", "no-store");
  headers.set("x-robots-tag", "noindex, nofollow");
  return new Response(body, { status, headers });
}

/** The language of ?bahasa=, else of the cookie, else Indonesian. */
export function languageOf(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get("bahasa");
  if (asked) return toLocale(asked);
  const cookie = new RegExp(`(?:^|;\\s*)${LOCALE_COOKIE}=(\\w+)`).exec(
    request.headers.get("cookie") ?? "",
  );
  return toLocale(cookie?.[1]);
}

/** The fields of a posted form, each cut to a length that no honest form reaches. */
export async function postedForm(request: Request): Promise<(name: string) => string> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded")) return () => "";
  const fields = new URLSearchParams((await request.text()).slice(0, 60_000));
  return (name) => (fields.get(name) ?? "").slice(0, 8_000);
}
