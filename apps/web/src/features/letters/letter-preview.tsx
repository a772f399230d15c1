"use client";

import type { LetterContent, LetterKind } from "@rembuk/domain/letters/model";
import { useTranslations } from "next-intl";

/** What will stand on the paper, before it has a number. The paper is Indonesian in every language. */
export function LetterPreview({ kind, content }: { kind: LetterKind; content: LetterContent }) {
  const t = useTranslations("letters");
  const { signer } = content;
  const post = `${signer.prefix} ${signer.position}`.trim();
  return (
    <div
      lang="id"
      className="flex flex-col gap-3 rounded-r2 border border-line bg-surface p-4 text-control"
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="text-text-2">{t("fields.addressee")}</dt>
        <dd>{content.addressee}</dd>
        <dt className="text-text-2">{t("fields.nature")}</dt>
        <dd>{t(`nature.${content.nature}`)}</dd>
        <dt className="text-text-2">{t("fields.subject")}</dt>
        <dd className="font-semibold">{content.subject}</dd>
      </dl>
      <div className="flex flex-col gap-2 whitespace-pre-line break-words">{content.body}</div>
      {kind === "disposition" && content.instruction ? (
        <p className="whitespace-pre-line break-words">{content.instruction}</p>
      ) : null}
      <p className="self-end text-right">
        {post}
        {signer.ownPosition ? <span className="block">{signer.ownPosition}</span> : null}
        <span className="block pt-3 font-semibold">{signer.name}</span>
      </p>
      {content.copies.length > 0 ? (
        <p className="text-meta text-text-2">
          {t("fields.copies")}: {content.copies.join("; ")}
        </p>
      ) : null}
    </div>
  );
}
