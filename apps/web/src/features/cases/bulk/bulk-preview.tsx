"use client";

import type { BulkActInput } from "@rembuk/domain/cases/bulk-commands";
import { SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { StatusWord } from "@rembuk/ui/status-glyph";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowRight, Ban } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { CaseListItem } from "../case-data";
import { useCaseWords } from "../wording/use-case-words";

const wordless = { instruction: "…", body: "…", response: "…", solution: "…", followUp: "…" };
const withoutWords = (input: BulkActInput): BulkActInput =>
  ({
    ...input,
    ...Object.fromEntries(Object.entries(wordless).filter(([field]) => field in input)),
  }) as BulkActInput;

/** What the server would make of each checked case now; asked again when the act changes. */
export function useBulkPreview(input: BulkActInput | null, rows: readonly CaseListItem[]) {
  const client = useTRPCClient();
  const cases = rows.map(({ id, version }) => ({ caseId: id, version }));
  // Words decide nothing: typing them asks for nothing.
  const decisive = input && withoutWords(input);
  return useQuery({
    queryKey: ["bulk-preview", decisive, cases],
    queryFn: () => (input === null ? [] : client.cases.previewBulk.mutate({ act: input, cases })),
    enabled: input !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

type Preview = ReturnType<typeof useBulkPreview>;
type Previewed = NonNullable<Preview["data"]>[number];

interface BulkPreviewProps {
  preview: Preview;
  rows: readonly CaseListItem[];
  /** The act is not whole enough to say anything of it. */
  isEmpty: boolean;
}

/** Each case with what becomes of it; first what cannot be done, with the reason. */
export function BulkPreview({ preview, rows, isEmpty }: BulkPreviewProps) {
  const t = useTranslations("bulk");
  const wording = useErrorWording();
  if (isEmpty) return <p className="text-meta text-text-2">{t("previewEmpty")}</p>;
  if (preview.error) {
    return (
      <Notice tone="bad" live title={t("previewFailed")}>
        {wording(callFailure(preview.error).code)}
      </Notice>
    );
  }
  if (!preview.data)
    return <SkeletonRows rows={3} label={t("previewing")} slow={t("previewing")} />;
  const refused = preview.data.filter((one) => one.becomes === null);
  const going = preview.data.filter((one) => one.becomes !== null);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return (
    <div className={preview.isPlaceholderData ? "opacity-60" : undefined}>
      <h3 className="text-13 font-bold">{t("preview")}</h3>
      <p role="status" className="mb-1.5 text-meta text-text-2">
        {[
          t("willChange", { count: going.length }),
          refused.length > 0 ? t("willSkip", { count: refused.length }) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className="divide-y divide-line rounded-r2 border border-line">
        {[...refused, ...going].map((one) => (
          <PreviewRow key={one.caseId} one={one} row={rowOf.get(one.caseId)} />
        ))}
      </ul>
    </div>
  );
}

function PreviewRow({ one, row }: { one: Previewed; row: CaseListItem | undefined }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-0.5 px-3 py-1.5 text-control">
      <span className="min-w-0 flex-1 basis-52">
        <span className="block truncate font-semibold">{one.title ?? row?.title}</span>
        <span className="block font-mono text-[11.5px] text-text-2">
          {one.number ?? row?.number}
        </span>
      </span>
      {one.becomes ? <Becoming one={one} row={row} /> : <Refusal refusal={one.refusal} />}
      {one.words ? (
        <p className="basis-full border-l-2 border-line pl-2 text-meta whitespace-pre-line text-text-2">
          {one.words}
        </p>
      ) : null}
    </li>
  );
}

function Becoming({ one, row }: { one: Previewed; row: CaseListItem | undefined }) {
  const { statusWord, shortHolder } = useCaseWords();
  const t = useTranslations("bulk");
  const { becomes } = one;
  if (!becomes) return null;
  const { holderKind: kind, holderCode: code, holderName: name } = becomes;
  const holder = shortHolder({ kind, code, name }, row?.villageName ?? "");
  const isSame = row?.status === becomes.status && row?.holderKind === kind;
  if (isSame) return <span className="text-meta text-text-2">{t("noted")}</span>;
  return (
    <span className="flex items-center gap-2 text-12 text-text-2">
      {row ? (
        <>
          <span>{statusWord(row)}</span>
          <ArrowRight size={14} aria-label={t("becomes")} role="img" />
        </>
      ) : null}
      <StatusWord state={becomes.status} label={statusWord(becomes)} />
      <span>· {holder}</span>
    </span>
  );
}

/** Why one case is left out. */
export function Refusal({ refusal }: { refusal: Previewed["refusal"] }) {
  const wording = useErrorWording();
  const t = useTranslations("caseActions.blocked");
  if (!refusal) return null;
  const { code, reason } = refusal;
  return (
    <span className="flex max-w-full items-start gap-1.5 text-12 text-text-2">
      <Ban size={14} aria-hidden className="mt-0.5 flex-none" />
      {reason && t.has(reason as never) ? t(reason as never) : wording(code)}
    </span>
  );
}
