import { LogoMark } from "@rembuk/ui/logo";
import { getTranslations } from "next-intl/server";

export default async function NotFoundPage() {
  const t = await getTranslations("page.notFound");
  return (
    <main className="mx-auto flex min-h-dvh max-w-[420px] flex-col justify-center gap-4 px-5">
      <LogoMark size={40} muted />
      <h1 className="text-22 font-bold">{t("title")}</h1>
      <p className="text-16 text-text-2">{t("text")}</p>
      <a href="/" className="text-16 text-brand underline underline-offset-2">
        {t("home")}
      </a>
    </main>
  );
}
