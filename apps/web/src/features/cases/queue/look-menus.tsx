"use client";

import { IconButton } from "@rembuk/ui/icon-button";
import { Columns3 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FilterMenu } from "./filter-menu";
import { type ListGroup, listGroups, type QueueLook } from "./queue-look";
import { orderOf, ordersOf, type QueueFilters } from "./queue-view";

// Seldom needed: asked for when it is first opened.
const LookWindow = dynamic(() => import("./look-window"), { ssr: false });

interface LookMenusProps {
  filters: QueueFilters;
  look: QueueLook;
  onOrder: (order: QueueFilters["order"]) => void;
  onLook: (change: Partial<QueueLook>) => void;
  /** Cards have no columns. */
  hasColumns: boolean;
}

/** In which order the list stands, under which headings, and with which columns. */
export function LookMenus({ filters, look, onOrder, onLook, hasColumns }: LookMenusProps) {
  const t = useTranslations("queue");
  const [isOpen, setOpen] = useState(false);
  const offered = ordersOf(filters);
  const own = offered[0] ?? "due";
  const order = orderOf(filters);
  const usual: ListGroup = order === "due" ? "due" : "none";
  const groups = listGroups.filter((one) => one !== "due" || order === "due");
  const group = look.group === "due" && order !== "due" ? usual : (look.group ?? usual);
  return (
    <>
      {hasColumns && order === own ? null : (
        <FilterMenu
          single
          name={t("filter.order")}
          any={t(`orders.${own}`)}
          choices={offered.map((one) => ({ value: one, label: t(`orders.${one}`) }))}
          chosen={order === own ? [] : [order]}
          onChange={([one]) =>
            onOrder(offered.find((offer) => offer === one && offer !== own) ?? null)
          }
        />
      )}
      <FilterMenu
        single
        name={t("filter.group")}
        any={t(`groups.${usual}`)}
        choices={groups.map((one) => ({ value: one, label: t(`groups.${one}`) }))}
        chosen={group === usual ? [] : [group]}
        onChange={([one]) =>
          onLook({ group: groups.find((offer) => offer === one && offer !== usual) ?? null })
        }
      />
      {hasColumns ? (
        <IconButton
          size="small"
          label={t("look.open")}
          aria-haspopup="dialog"
          icon={<Columns3 size={15} aria-hidden />}
          onClick={() => setOpen(true)}
        />
      ) : null}
      {isOpen ? (
        <LookWindow
          look={look}
          onChange={onLook}
          order={order}
          orders={offered}
          onOrder={(next) => onOrder(next === own ? null : next)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
