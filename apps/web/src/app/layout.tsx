import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { RootWords } from "@/i18n/client-words";
import { THEME_COOKIE, toTheme } from "@/i18n/preferences";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    // Phone numbers and dates are not for the browser to guess at.
    formatDetection: { telephone: false, date: false, address: false, email: false },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f5f3" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1514" },
  ],
};

/** The letters of nearly every word: asked for with the page, not after its styles have come. */
const letters = new URL(
  "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2",
  import.meta.url,
);

export default async function RootLayout({ children }: { children: ReactNode }) {
  preload(letters.pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang={await getLocale()} data-theme={theme}>
      {/* On the body: rem must stay the browser's own, so that zoomed text works. */}
      <body data-density="meja">
        <RootWords of={["page", "shell"]}>
          <Providers>{children}</Providers>
        </RootWords>
      </body>
    </html>
  );
}
