"use client";

import { useTranslations } from "next-intl";

/** What the list could not do of what was asked: words of the address, or headings over too many cases. */
export function ListNotes({
  ignored,
  isTooMany,
}: {
  ignored: readonly string[];
  isTooMany: boolean;
}) {
  const t = useTranslations("queue");
  const notes = [
    ...(ignored.length > 0 ? [t("ignored", { words: ignored.join(", ") })] : []),
    ...(isTooMany ? [t("tooManyToGroup")] : []),
  ];
  return (
    <div role="status">
      {notes.map((note) => (
        <p
          key={note}
          className="border-b border-warn-line bg-warn-soft px-4 py-2 text-control text-warn"
        >
          {note}
        </p>
      ))}
    </div>
  );
}
