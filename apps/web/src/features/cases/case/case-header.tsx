"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { IconButton } from "@rembuk/ui/icon-button";
import { Kbd } from "@rembuk/ui/kbd";
import { Menu } from "@rembuk/ui/menu";
import { useToast } from "@rembuk/ui/toast";
import { ArrowLeft, Copy, Ellipsis, Printer } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { listKeys } from "@/components/shortcuts/shortcut-table";
import { bindKeys, useKeys, useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import type { CaseDetail } from "../case-data";
import { recallTrail } from "../queue-trail";
import { CaseChips } from "./case-chips";
import { EnteredCase } from "./case-presence";

// Its windows come when they are wanted.
const RenewReceipt = dynamic(
  () => import("./renew-receipt").then((window) => window.RenewReceipt),
  { ssr: false },
);

const never = () => () => undefined;

/** The list this case was opened from; read in the browser only. */
function useTrail() {
  const kept = useSyncExternalStore(
    never,
    () => JSON.stringify(recallTrail()),
    () => "null",
  );
  return JSON.parse(kept) as ReturnType<typeof recallTrail>;
}

/** Number, title, state, and the way back to the list and to its neighbours. */
export function CaseHeader({ kase }: { kase: CaseDetail }) {
  return (
    <header className="border-b border-line px-4 pt-2 pb-3 sm:px-6">
      <TopLine kase={kase} />
      <h1 className="mt-1 text-18 font-bold tracking-[-0.015em] text-balance sm:text-22">
        {kase.title}
      </h1>
      <div className="mt-1.5 flex flex-wrap items-center gap-2 text-13 text-text-2">
        <span className="font-mono text-[12.5px]">{kase.number}</span>
        <CaseChips kase={kase} />
        <span>{kase.category.name}</span>
        <span aria-hidden className="text-text-3">
          ·
        </span>
        <span>{[kase.village.name, kase.village.within].filter(Boolean).join(", ")}</span>
      </div>
    </header>
  );
}

function TopLine({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case");
  const router = useRouter();
  const shortcuts = useShortcutSetting();
  const trail = useTrail();
  const at = trail?.ids.indexOf(kase.id) ?? -1;
  const isPlaced = trail !== null && at >= 0;
  const go = (step: number) => {
    const id = trail?.ids[at + step];
    if (isPlaced && id) router.push(`/kasus/${id}`);
  };
  const keys = bindKeys(listKeys, { down: () => go(1), up: () => go(-1) });
  useKeys(keys, shortcuts.on && isPlaced);
  return (
    <div className="flex min-h-8 items-center gap-3 text-12 text-text-2">
      <AppLink
        href={trail?.href ?? "/antrean"}
        className="-ml-1.5 flex min-h-(--target-min) items-center gap-1.5 rounded-r2 px-1.5 font-medium text-text-2 no-underline hover:bg-hover hover:text-text"
      >
        <ArrowLeft size={14} aria-hidden />
        {t("back.queue")}
      </AppLink>
      {isPlaced ? (
        <span className="flex items-center gap-2">
          <span className="text-text-3">{t("position", { at: at + 1, of: trail.ids.length })}</span>
          {shortcuts.on ? (
            <span aria-hidden className="flex gap-1 pointer-coarse:hidden">
              <Kbd>j</Kbd>
              <Kbd>k</Kbd>
            </span>
          ) : null}
        </span>
      ) : null}
      <span className="ml-auto flex min-w-0 items-center gap-3">
        <EnteredCase caseId={kase.id} />
        <MoreMenu kase={kase} />
      </span>
    </div>
  );
}

function MoreMenu({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case");
  const toast = useToast();
  const [isPrinting, setPrinting] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(kase.number).catch(() => undefined);
    toast.show({ title: t("copied") });
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton
            tone="secondary"
            size="small"
            label={t("moreActions")}
            icon={<Ellipsis size={16} aria-hidden />}
          />
        }
        items={[
          {
            id: "copy",
            label: t("copyNumber", { number: kase.number }),
            icon: <Copy size={16} aria-hidden />,
            onSelect: () => void copy(),
          },
          ...(kase.mayReprint
            ? [
                {
                  id: "reprint",
                  label: t("reprint"),
                  icon: <Printer size={16} aria-hidden />,
                  onSelect: () => setPrinting(true),
                },
              ]
            : []),
        ]}
      />
      {isPrinting ? <RenewReceipt kase={kase} onClose={() => setPrinting(false)} /> : null}
    </>
  );
}
