"use client";

import { noteAudiences } from "@rembuk/domain/cases/model";
import { NoteCard } from "@rembuk/ui/note-card";
import { SectionHeader } from "@rembuk/ui/section-header";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail, CaseNote } from "../case-data";
import { useBehalfWords } from "../wording/use-behalf-words";
import { NoteComposer } from "./note-composer";
import { useNoteExtra } from "./note-extras";

/** Notes of the audiences that the reader belongs to; writing only where the server allows it. */
export function CaseNotes({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.notes");
  const counts = noteAudiences.flatMap((audience) => {
    const count = kase.notes.filter((note) => note.audience === audience).length;
    return count > 0 ? [t(`count.${audience}`, { count })] : [];
  });
  const note = [t("counts", { all: kase.notes.length }), ...counts].join(" · ");
  return (
    <section aria-labelledby="catatan" className="flex min-w-0 flex-col gap-2">
      <SectionHeader id="catatan" title={t("title")} note={note} />
      {kase.mayWriteTo.length > 0 ? (
        <>
          <NoteComposer key={kase.id} kase={kase} />
          <p className="text-meta text-text-2">{t("permanent")}</p>
        </>
      ) : null}
      {kase.notes.map((one) => (
        <Note key={one.id} note={one} zone={kase.calendar.zone} />
      ))}
      {kase.notes.length === 0 ? <p className="text-meta text-text-2">{t("empty")}</p> : null}
    </section>
  );
}

type Zone = CaseDetail["calendar"]["zone"];

const purposes = ["instruction", "reason", "on-behalf", "answer"] as const;

function Note({ note, zone }: { note: CaseNote; zone: Zone }) {
  const t = useTranslations("case.notes");
  const { shortDateTime } = useFormat(zone);
  const words = useBehalfWords(zone);
  const extra = useNoteExtra();
  const purpose = purposes.find((one) => one === note.purpose);
  return (
    <NoteCard
      audience={note.audience}
      audienceLabel={t(`audience.${note.audience}`)}
      author={note.authorName}
      authorNote={purpose && t(`purpose.${purpose}`)}
      time={shortDateTime(note.createdAt)}
      dateTime={note.createdAt.toISOString()}
      footer={extra.ofNote(note.id)}
    >
      {note.purpose === "on-behalf" ? words(note.body) : note.body}
    </NoteCard>
  );
}
