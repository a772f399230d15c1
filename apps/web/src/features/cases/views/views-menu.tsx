"use client";

import { Button } from "@rembuk/ui/button";
import { Menu } from "@rembuk/ui/menu";
import type { MenuItem } from "@rembuk/ui/menu-item";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { Bookmark, BookmarkPlus, Check, House, Pencil, Users } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { savedAddressOf } from "../queue/queue-address";
import { useQueueFilters } from "../queue/use-queue-filters";
import { type OfferedView, useViewCounts, useViews } from "./use-views";

// Seldom needed: asked for when it is first opened.
const SaveViewWindow = dynamic(() => import("./save-view-window"), { ssr: false });

/** Beyond this the server stops counting. */
const COUNT_CAP = 10_000;
const ICON = 14;

/** Chooses what one's queue begins with, and says so. */
function useStart(refresh: () => Promise<void>) {
  const t = useTranslations("queue.saved");
  const wording = useErrorWording();
  const toast = useToast();
  const setting = useMutation(useTRPC().views.setStart.mutationOptions());
  return (viewKey: string | null, name: string) =>
    setting.mutate(
      { clientActionId: crypto.randomUUID(), viewKey },
      {
        onSuccess: async () => {
          toast.show({ title: viewKey === null ? t("startGone") : t("startSet", { name }) });
          await refresh();
        },
        onError: (error) => toast.show({ title: wording(callFailure(error).code), tone: "failed" }),
      },
    );
}

/** Each view as a link with its number; the first of each kind says whose these are. */
function useViewItems(views: readonly OfferedView[], openKey: string | null, isOpen: boolean) {
  const t = useTranslations("queue.saved");
  const queue = useTranslations("queue");
  const { number } = useFormat();
  const counts = useViewCounts(views, isOpen);
  const noteOf = (count: number | undefined) => {
    if (count === undefined) return undefined;
    return count > COUNT_CAP ? queue("overCap", { count: number(COUNT_CAP) }) : number(count);
  };
  return views.map(
    ({ key, name, href, whose }, at): MenuItem => ({
      ...{ id: key, label: name, href },
      note: noteOf(counts[key]),
      icon:
        key === openKey ? (
          <Check size={ICON} aria-hidden />
        ) : whose === "office" ? (
          <Users size={ICON} aria-hidden />
        ) : (
          <Bookmark size={ICON} aria-hidden />
        ),
      ...(views[at - 1]?.whose === whose ? {} : { under: t(`whose.${whose}`), separated: at > 0 }),
    }),
  );
}

/** The views of the list: those of one's role, one's own, one's office's; and how to keep another. */
export function ViewsMenu() {
  const t = useTranslations("queue.saved");
  const { filters, look, savedId } = useQueueFilters();
  const { views, offices, startKey, refresh } = useViews();
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<{ view: OfferedView | null } | null>(null);
  const start = useStart(refresh);
  const open = views.find(({ key }) => key === savedId) ?? null;
  const address = savedAddressOf(filters, look);
  const isChanged = open !== null && !isSame(address, open.address);
  const items = useViewItems(views, savedId, isOpen);
  const acts: MenuItem[] = [
    {
      ...{ id: "save", label: t("keep"), separated: true },
      icon: <BookmarkPlus size={ICON} aria-hidden />,
      onSelect: () => setWanted({ view: null }),
    },
    ...(open?.saved
      ? [
          {
            ...{ id: "edit", label: t("edit", { name: open.name }) },
            icon: <Pencil size={ICON} aria-hidden />,
            onSelect: () => setWanted({ view: open }),
          },
        ]
      : []),
    ...(open && open.key !== startKey
      ? [
          {
            ...{ id: "start", label: t("start", { name: open.name }) },
            icon: <House size={ICON} aria-hidden />,
            onSelect: () => start(open.key, open.name),
          },
        ]
      : []),
    ...(startKey
      ? [
          {
            ...{ id: "no-start", label: t("noStart") },
            icon: <House size={ICON} aria-hidden />,
            onSelect: () => start(null, ""),
          },
        ]
      : []),
  ];
  const name = open ? (isChanged ? t("changed", { name: open.name }) : open.name) : t("views");
  return (
    <>
      <Menu
        onOpenChange={setOpen}
        trigger={
          <Button
            size="small"
            title={name}
            className="max-sm:min-w-11"
            icon={<Bookmark size={ICON} aria-hidden />}
          >
            <span className="max-w-26 truncate max-sm:sr-only">{name}</span>
          </Button>
        }
        items={[...items, ...acts]}
      />
      {wanted ? (
        <SaveViewWindow
          view={wanted.view}
          address={address}
          hasWords={filters.text !== ""}
          offices={offices}
          isStart={wanted.view !== null && wanted.view.key === startKey}
          refresh={refresh}
          onClose={() => setWanted(null)}
        />
      ) : null}
    </>
  );
}

type Address = Readonly<Record<string, string | undefined>>;

/** The view itself may be left out of an address that says the usual one. */
const isSame = (one: Address, other: Address): boolean => {
  const usual = { tampilan: "terbuka" };
  const [a, b] = [
    { ...usual, ...one },
    { ...usual, ...other },
  ] as Record<string, string>[];
  const words = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...words].every((word) => a?.[word] === b?.[word]);
};
