"use client";

import { Button } from "@rembuk/ui/button";
import { LogoMark } from "@rembuk/ui/logo";
import { useTranslations } from "next-intl";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const t = useTranslations("page.failed");
  return (
    <main className="mx-auto flex min-h-dvh max-w-[420px] flex-col justify-center gap-4 px-5">
      <LogoMark size={40} muted />
      <h1 className="text-22 font-bold">{t("title")}</h1>
      <p className="text-16 text-text-2">{t("text")}</p>
      {error.digest ? (
        <p className="font-mono text-12 text-text-3">{t("reference", { id: error.digest })}</p>
      ) : null}
      <Button tone="primary" onClick={reset}>
        {t("retry")}
      </Button>
    </main>
  );
}
