import { Tabs } from "@rembuk/ui/tabs";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { QueueSetting } from "./queue-setting";
import { type QueueView, queueViews, viewAddress } from "./queue-view";

interface HeadFrameProps {
  setting: Pick<QueueSetting, "title" | "hears">;
  view: QueueView;
  /** The number of a view; null: not known yet, its place is kept. */
  countOf: (view: QueueView) => string | null;
  children: ReactNode;
}

const viewsOf = ({ hears }: HeadFrameProps["setting"]): readonly QueueView[] =>
  queueViews.filter((one) => one !== "referred" || hears !== null);

/** What the list is called and its views, as the server draws them and as the page does. */
export function HeadFrame({ setting, view, countOf, children }: HeadFrameProps) {
  const t = useTranslations("queue");
  return (
    <header className="flex min-h-12 flex-none flex-wrap items-center gap-x-4 border-b border-line px-4">
      <h1 className="py-2 text-16 font-bold tracking-[-0.01em]">{t(`titles.${setting.title}`)}</h1>
      <Tabs
        label={t("views")}
        className="order-last -mx-2 w-[calc(100%+16px)] sm:order-none sm:mx-0 sm:w-auto sm:self-stretch"
        tabs={viewsOf(setting).map((one) => ({
          href: `/antrean?tampilan=${viewAddress[one]}`,
          label: t(one === "referred" ? `hears.${setting.hears ?? "referrals"}` : `view.${one}`),
          count: countOf(one),
          current: one === view,
        }))}
      />
      <span className="ml-auto flex items-center gap-2 py-1.5">{children}</span>
    </header>
  );
}
