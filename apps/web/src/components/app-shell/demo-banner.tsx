import { useTranslations } from "next-intl";

/** The permanent strip of 24 px: everybody must know that these people do not exist. */
export function DemoBanner({ text }: { text?: string }) {
  const t = useTranslations("shell");
  return (
    <aside
      aria-label={t("demoTitle")}
      className="print:hidden flex h-6 flex-none items-center justify-center gap-2 overflow-hidden border-b border-line bg-sunken px-2 text-11 whitespace-nowrap text-text-2"
    >
      <b className="font-bold tracking-[0.06em] text-text">{t("demoTitle")}</b>
      <span className="min-w-0 truncate">{text ?? t("demoText")}</span>
    </aside>
  );
}
