import { LogoMark } from "@rembuk/ui/logo";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("page.offline"))("title") };
}

/** Kept by the service worker and shown when a page cannot be fetched. */
export default async function OfflinePage() {
  const t = await getTranslations("page.offline");
  return (
    <main className="mx-auto flex min-h-dvh max-w-[420px] flex-col justify-center gap-4 px-5">
      <LogoMark size={40} />
      <h1 className="text-22 font-bold">{t("title")}</h1>
      <p className="text-16 text-text-2">{t("text")}</p>
      <a href="/" className="text-16 text-brand underline underline-offset-2">
        {t("retry")}
      </a>
      <a href="/luring" className="text-16 text-brand underline underline-offset-2">
        {t("record")}
      </a>
    </main>
  );
}
