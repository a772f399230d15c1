"use client";

import { Button } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { AddCategoryDialog } from "./add-category-dialog";
import { CategoryTree } from "./category-tree";
import { MoveCategoryDialog } from "./move-category-dialog";
import { RulePane } from "./rule-pane";
import type { RuleNode, RulePlace } from "./rules-data";
import { RulesTabs } from "./rules-tabs";
import { usePlace } from "./use-place";
import { useRuleWords } from "./use-rule-words";

/** The routing rules of a kecamatan or kabupaten: the tree, and the rule that is open. */
export function RulesScreen() {
  return (
    <NuqsAdapter>
      <Places />
    </NuqsAdapter>
  );
}

function Places() {
  const t = useTranslations("rules");
  const { query, places, place, choose } = usePlace();
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />;
  if (!place) return <EmptyState title={t("noPlace.title")}>{t("noPlace.text")}</EmptyState>;
  return (
    <div className="flex min-h-full flex-col xl:h-full xl:min-h-0">
      <RulesTabs current="rules" places={places} place={place} onPlace={choose} />
      <Rules key={place.code} place={place} />
    </div>
  );
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("rules");
  const wording = useErrorWording();
  const { code } = callFailure(error);
  return (
    <ErrorState title={t("failed")} retryLabel={t("retry")} retrying={false} onRetry={retry}>
      {wording(code)}
    </ErrorState>
  );
}

function Rules({ place }: { place: RulePlace }) {
  const t = useTranslations("rules");
  const tree = useQuery(useTRPC().rules.tree.queryOptions({ areaCode: place.code }));
  const [openCode, setOpenCode] = useQueryState(
    "kategori",
    parseAsString.withOptions({ history: "push" }),
  );
  const [text, setText] = useState("");
  const [addingTo, setAddingTo] = useState<RuleNode | null>(null);
  const [moving, setMoving] = useState<RuleNode | null>(null);
  const nodes = tree.data ?? [];
  const words = useRuleWords(nodes, place.code);
  const open = nodes.find((node) => node.code === openCode) ?? null;
  if (tree.error) return <Failed error={tree.error} retry={() => void tree.refetch()} />;
  if (!tree.data) return <SkeletonRows rows={12} label={t("loading")} slow={t("slow")} />;
  return (
    <div className="flex min-h-0 flex-1">
      <div
        className={`min-w-0 flex-1 border-line bg-surface xl:w-[400px] xl:flex-none xl:overflow-y-auto xl:border-r ${open ? "max-xl:hidden" : ""}`}
      >
        <div className="border-b border-line px-4 py-2.5">
          <TextInput
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            value={text}
            onChange={(event) => setText(event.target.value)}
            icon={<Search size={16} aria-hidden />}
          />
        </div>
        <CategoryTree
          nodes={nodes}
          text={text}
          openCode={openCode}
          targetName={(node) => words.nameOf(node.values.leadSectorCode)}
          onOpen={(code) => void setOpenCode(code)}
        />
      </div>
      <section
        aria-label={t("pane")}
        className={`min-w-0 flex-1 xl:overflow-y-auto ${open ? "" : "max-xl:hidden"}`}
      >
        {open ? (
          <RulePane
            key={`${open.code} ${open.own?.version ?? 0}`}
            place={place}
            node={open}
            words={words}
            onAdd={() => setAddingTo(open)}
            onMove={() => setMoving(open)}
            onClose={() => void setOpenCode(null)}
          />
        ) : (
          <EmptyState
            title={t("choose.title")}
            actions={
              openCode === null ? undefined : (
                <Button onClick={() => void setOpenCode(null)}>{t("choose.all")}</Button>
              )
            }
          >
            {t("choose.text")}
          </EmptyState>
        )}
      </section>
      {addingTo ? (
        <AddCategoryDialog
          place={place}
          parent={addingTo}
          onAdded={(code) => void setOpenCode(code)}
          onClose={() => setAddingTo(null)}
        />
      ) : null}
      {moving ? (
        <MoveCategoryDialog
          place={place}
          node={moving}
          nodes={nodes}
          words={words}
          onClose={() => setMoving(null)}
        />
      ) : null}
    </div>
  );
}
