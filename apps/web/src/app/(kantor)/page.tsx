import { LogoMark } from "@rembuk/ui/logo";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSession } from "@/server/auth/require-session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** The home of each role; slices put their parts here. */
export default async function HomePage() {
  await requireSession();
  const t = await getTranslations("home");
  return (
    <div className="mx-auto flex max-w-[640px] flex-col items-center gap-3 px-5 py-16 text-center">
      <h1 className="sr-only">{t("title")}</h1>
      <LogoMark size={36} muted />
      <p className="text-16 font-semibold">{t("empty.title")}</p>
      <p className="text-text-2">{t("empty.text")}</p>
    </div>
  );
}
