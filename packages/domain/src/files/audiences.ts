import type { Actor } from "../access/actor";
import { type CaseSubject, can } from "../access/policy";
import { type NoteAudience, noteAudiences } from "../cases/model";
import type { Attachment } from "./model";

/** For whom the actor may add a file to this case; the first is the usual one. */
export const fileAudiences = (actor: Actor, kase: CaseSubject): readonly NoteAudience[] =>
  noteAudiences.filter((audience) => can(actor, `file.add-${audience}`, kase));

/** May the actor open files of this audience? As with notes: the reporter's are for all who read the case. */
export const mayReadAudience = (
  actor: Actor,
  kase: CaseSubject,
  audience: NoteAudience,
): boolean => {
  if (audience === "internal") return can(actor, "note.read-internal", kase);
  if (audience === "partner") return can(actor, "note.read-partner", kase);
  return can(actor, "case.read", kase);
};

/** Only a referral opens the case to them: what others wrote among themselves stays closed. */
const isReferredOnly = (actor: Actor, kase: CaseSubject): boolean =>
  !can(actor, "case.read", { ...kase, referrals: [] });

/** May the actor know of this file? One of a note is for whoever reads the note, and for nobody else. */
export const mayReadFile = (
  actor: Actor,
  kase: CaseSubject,
  file: Pick<Attachment, "audience" | "noteId">,
): boolean =>
  mayReadAudience(actor, kase, file.audience) &&
  (file.noteId === null || !isReferredOnly(actor, kase));

/** Who added it, as long as they may add at all, and whoever keeps the case's papers in order. */
export const mayRemoveFile = (
  actor: Actor,
  kase: CaseSubject,
  file: Pick<Attachment, "addedById" | "audience" | "noteId">,
): boolean => {
  if (!mayReadFile(actor, kase, file)) return false;
  if (can(actor, "file.remove", kase)) return true;
  return file.addedById === actor.userId && can(actor, `file.add-${file.audience}`, kase);
};
