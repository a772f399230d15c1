"use client";

import { caseKinds } from "@rembuk/domain/cases/model";
import { Chip } from "@rembuk/ui/chip";
import { EmptyState } from "@rembuk/ui/list-states";
import { Ban, CornerDownRight, LockKeyhole, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { matchingLines, type TreeLine, treeLines } from "./rule-tree";
import type { RuleNode } from "./rules-data";

interface CategoryTreeProps {
  nodes: readonly RuleNode[];
  text: string;
  openCode: string | null;
  targetName: (node: RuleNode) => string;
  onOpen: (code: string) => void;
}

/** Every category by kind, own ones under their parents. */
export function CategoryTree(props: CategoryTreeProps) {
  const t = useTranslations("rules");
  const kindName = useTranslations("case.kind");
  const groups = caseKinds
    .map((kind) => ({ kind, lines: matchingLines(treeLines(props.nodes, kind), props.text) }))
    .filter(({ lines }) => lines.length > 0);
  if (groups.length === 0) {
    return <EmptyState title={t("noMatch.title")}>{t("noMatch.text")}</EmptyState>;
  }
  return groups.map(({ kind, lines }) => (
    <section key={kind} aria-labelledby={`kind-${kind}`}>
      <h2
        id={`kind-${kind}`}
        className="sticky top-0 z-[1] border-b border-line bg-surface-2 px-4 py-1.5 text-12 font-semibold text-text-2"
      >
        {kindName(kind)} <span className="font-normal text-text-3">{lines.length}</span>
      </h2>
      <ul>
        {lines.map((line) => (
          <TreeRow key={line.node.code} line={line} {...props} />
        ))}
      </ul>
    </section>
  ));
}

const indent = ["pl-4", "pl-9", "pl-14", "pl-[76px]"];

function TreeRow({
  line: { node, depth },
  openCode,
  targetName,
  onOpen,
}: CategoryTreeProps & { line: TreeLine }) {
  const t = useTranslations("rules.value");
  const isOpen = node.code === openCode;
  const count = node.values.tasks.length;
  return (
    <li>
      <button
        type="button"
        aria-current={isOpen || undefined}
        onClick={() => onOpen(node.code)}
        className={`flex min-h-12 w-full items-center gap-2 border-b border-line py-1.5 pr-4 text-left hover:bg-hover focus-visible:outline-offset-[-3px] ${indent[Math.min(depth, indent.length - 1)]} ${isOpen ? "bg-selected shadow-[inset_3px_0_0_var(--brand)]" : ""}`}
      >
        {depth > 0 ? <CornerDownRight size={14} aria-hidden className="text-text-3" /> : null}
        <span className="min-w-0 flex-1">
          <span
            className={`block text-control break-words ${isOpen ? "font-semibold" : "font-medium"} ${node.isActive ? "" : "text-text-3 line-through"}`}
          >
            {node.values.name}
          </span>
          <span className="block truncate text-12 text-text-2">
            {count > 0 ? `${t("steps", { count })} · ` : null}
            {targetName(node)}
          </span>
        </span>
        <Marks node={node} />
      </button>
    </li>
  );
}

function Marks({ node }: { node: RuleNode }) {
  const t = useTranslations("rules.mark");
  if (node.isSupervisory) {
    return <Chip icon={<LockKeyhole size={12} aria-hidden />}>{t("locked")}</Chip>;
  }
  if (!node.isActive) {
    return (
      <Chip tone="warn" icon={<Ban size={12} aria-hidden />}>
        {t("off")}
      </Chip>
    );
  }
  if (node.own === null) return null;
  return (
    <Chip tone="brand" icon={<PenLine size={12} aria-hidden />}>
      {t(node.own.isWaiting ? "waiting" : "own")}
    </Chip>
  );
}
