"use client";

import type { NoteAudience } from "@rembuk/domain/cases/model";
import { type ReactNode, useState } from "react";
import { NoteExtras, type SavedNote } from "../cases/case/note-extras";
import { AttachButton, ChosenFiles } from "./note-attachments";
import { NoteFiles } from "./note-files";
import { UploadList } from "./upload-list";
import { useCaseUploads } from "./use-case-uploads";
import { useFiles } from "./use-files";

const keyOf = (file: File) => `${file.name} ${file.size} ${file.lastModified}`;

/** Lets a note take files along: they are sent when the note is there, and are for whom it is. */
export function FilesOnNotes({ caseId, children }: { caseId: string; children: ReactNode }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const uploads = useCaseUploads(caseId);
  const allowed = useFiles(caseId).data?.mayAddFor ?? [];
  const add = (chosen: readonly File[]) =>
    setFiles((before) => {
      const known = new Set(before.map(keyOf));
      return [...before, ...chosen.filter((file) => !known.has(keyOf(file)))];
    });
  const remove = (file: File) => setFiles((before) => before.filter((one) => one !== file));
  const onSaved = ({ noteId, audience }: SavedNote) => {
    if (files.length > 0) uploads.add(files, audience, noteId);
    setFiles([]);
  };
  const onPaste = (pasted: readonly File[], audience: NoteAudience) => {
    if (pasted.length > 0 && allowed.includes(audience)) add(pasted);
  };
  return (
    <NoteExtras
      value={{
        ofNote: (noteId) => <NoteFiles caseId={caseId} noteId={noteId} />,
        acts: (audience) => (allowed.includes(audience) ? <AttachButton onAdd={add} /> : null),
        chosen: (
          <>
            <ChosenFiles files={files} onRemove={remove} />
            <div className="px-2 pb-2 empty:hidden">
              <UploadList
                items={uploads.items}
                onResume={uploads.resume}
                onCancel={uploads.cancel}
              />
            </div>
          </>
        ),
        ...{ onPaste, onSaved },
      }}
    >
      {children}
    </NoteExtras>
  );
}
