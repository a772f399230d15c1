import type { NoteAudience } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";
import type { NewNote } from "./store";

/** The reason of an act, as a note for those whom it concerns. */
export const reasonNote = (ctx: ServiceContext, audience: NoteAudience, body: string): NewNote => ({
  id: ctx.newId(),
  audience,
  purpose: "reason",
  body,
});
