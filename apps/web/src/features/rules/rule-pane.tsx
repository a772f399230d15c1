"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { IconButton } from "@rembuk/ui/icon-button";
import { Notice } from "@rembuk/ui/notice";
import { useQuery } from "@tanstack/react-query";
import { Clock, FolderInput, ListPlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { RuleForm } from "./rule-form";
import { RuleHistoryPanel } from "./rule-history";
import type { RuleNode, RulePlace } from "./rules-data";
import type { RuleWords } from "./use-rule-words";

interface RulePaneProps {
  place: RulePlace;
  node: RuleNode;
  words: RuleWords;
  onAdd: () => void;
  onMove: () => void;
  onClose: () => void;
}

/** One category: what is set here, what is inherited, its trial and its versions. */
export function RulePane({ place, node, words, ...acts }: RulePaneProps) {
  const t = useTranslations("rules");
  const history = useQuery(
    useTRPC().rules.history.queryOptions({ areaCode: place.code, categoryCode: node.code }),
  );
  return (
    <div className="mx-auto flex max-w-[860px] flex-col gap-4 p-4 sm:p-5">
      <PaneHeader node={node} words={words} {...acts} />
      {node.isSupervisory ? (
        <Notice tone="info" title={t("locked.title")}>
          {t("locked.text")}
        </Notice>
      ) : (
        <RuleForm
          place={place}
          node={node}
          words={words}
          openCases={history.data?.openCases ?? 0}
        />
      )}
      <RuleHistoryPanel place={place} history={history.data} words={words} />
    </div>
  );
}

function PaneHeader({ node, words, onAdd, onMove, onClose }: Omit<RulePaneProps, "place">) {
  const t = useTranslations("rules");
  const { longDate } = useFormat();
  const { own } = node;
  return (
    <header className="flex flex-wrap items-start gap-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className="text-12 text-text-2">
          {node.parentCode
            ? t("below", { name: words.categoryName(node.parentCode) })
            : t("fromMaster")}
        </p>
        <h2 className="text-18 font-bold tracking-[-0.01em] break-words">{node.values.name}</h2>
        <p className="mt-0.5 flex flex-wrap items-center gap-2 text-12 text-text-2">
          <span className="font-mono">{node.code}</span>
          {own ? <span>{t("version", { version: own.version })}</span> : null}
          {own?.isWaiting ? (
            <Chip tone="info" icon={<Clock size={12} aria-hidden />}>
              {t("waitingUntil", { date: longDate(own.inForceFrom) })}
            </Chip>
          ) : null}
        </p>
      </div>
      {node.isMovable ? (
        <Button icon={<FolderInput size={16} aria-hidden />} onClick={onMove}>
          {t("move.open")}
        </Button>
      ) : null}
      {node.isSupervisory || !node.isActive ? null : (
        <Button icon={<ListPlus size={16} aria-hidden />} onClick={onAdd}>
          {t("add.open")}
        </Button>
      )}
      <IconButton
        label={t("close")}
        icon={<X size={16} aria-hidden />}
        onClick={onClose}
        className="xl:hidden"
      />
    </header>
  );
}
