"use client";

import type { NoteAudience } from "@rembuk/domain/cases/model";
import { createContext, type ReactNode, useContext } from "react";

/** A note that has just been written. */
export interface SavedNote {
  readonly noteId: string;
  readonly audience: NoteAudience;
}

/** What slices above this one hang on notes: files know cases, not the other way. */
export interface NoteExtra {
  /** Under a note that is there. */
  readonly ofNote: (noteId: string) => ReactNode;
  /** Among the buttons of the composer; it depends on for whom the note is. */
  readonly acts: (audience: NoteAudience) => ReactNode;
  /** Under the words: what was chosen to go along, and what is on its way. */
  readonly chosen: ReactNode;
  readonly onPaste: (files: readonly File[], audience: NoteAudience) => void;
  readonly onSaved: (note: SavedNote) => void;
}

const none: NoteExtra = {
  ...{ ofNote: () => null, acts: () => null, chosen: null },
  ...{ onPaste: () => undefined, onSaved: () => undefined },
};
const Extras = createContext<NoteExtra>(none);

export const NoteExtras = Extras.Provider;
export const useNoteExtra = (): NoteExtra => useContext(Extras);
