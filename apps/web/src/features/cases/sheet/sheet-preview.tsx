"use client";

import { replyColumns } from "@rembuk/domain/cases/reply-sheet";
import { Notice } from "@rembuk/ui/notice";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Refusal } from "../bulk/bulk-preview";
import { useCaseWords } from "../wording/use-case-words";
import type { ReplySheet } from "./use-reply-sheet";

/** What became of the reading of a file: its lines one by one, what is wrong with them first. */
export function SheetPreview({ reply }: { reply: ReplySheet }) {
  const t = useTranslations("replySheet");
  const { sheet, lines } = reply;
  if (!sheet) return null;
  if (sheet.kind === "not-a-sheet") return <Notice tone="bad">{t("notASheet")}</Notice>;
  if (sheet.kind === "too-many")
    return <Notice tone="bad">{t("tooMany", { rows: sheet.rows })}</Notice>;
  const { problems, empty } = sheet;
  if (lines.length + problems.length === 0) return <Notice tone="info">{t("nothing")}</Notice>;
  const refused = lines.filter((line) => line.refusal !== null);
  const done = lines.filter((line) => line.isDone).length;
  const rest = lines.filter((line) => line.refusal === null);
  return (
    <div>
      <h3 className="text-13 font-bold">{t("preview")}</h3>
      <p role="status" className="mb-1.5 text-meta text-text-2">
        {[
          t("going", { count: reply.going }),
          problems.length + refused.length > 0
            ? t("wrong", { count: problems.length + refused.length })
            : "",
          done > 0 ? t("done", { count: done }) : "",
          empty > 0 ? t("empty", { count: empty }) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className="divide-y divide-line rounded-r2 border border-line">
        {problems.map(({ line, number, column, problem }) => (
          <Line key={`p${line}`} line={line} number={number} title={null}>
            <span className="flex items-center gap-1.5 text-12 text-bad">
              <TriangleAlert size={14} aria-hidden />
              {t(`problem.${problem}`, { column: replyColumns[column] })}
            </span>
          </Line>
        ))}
        {[...refused, ...rest].map((line) => (
          <Line key={line.line} line={line.line} number={line.number} title={line.title}>
            <Outcome line={line} />
          </Line>
        ))}
      </ul>
    </div>
  );
}

function Line(props: { line: number; number: string; title: string | null; children: ReactNode }) {
  const t = useTranslations("replySheet");
  const { line, number, title } = props;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5 text-control">
      <span className="min-w-0 flex-1 basis-52">
        {title ? <span className="block truncate font-semibold">{title}</span> : null}
        <span className="block text-[11.5px] text-text-2">
          {t("line", { line })} · <span className="font-mono">{number || "–"}</span>
        </span>
      </span>
      {props.children}
    </li>
  );
}

function Outcome({ line }: { line: ReplySheet["lines"][number] }) {
  const t = useTranslations("replySheet");
  const { statusWord } = useCaseWords();
  const { kind, isDone, becomes, refusal } = line;
  if (isDone) return <span className="text-12 text-text-2">{t("isDone")}</span>;
  if (!becomes) return <Refusal refusal={refusal} />;
  const isNote = kind === "note" || kind === "milestone";
  if (isNote) return <span className="text-12 text-text-2">{t(`kind.${kind}`)}</span>;
  return <StatusWord state={becomes.status} label={statusWord(becomes)} />;
}
