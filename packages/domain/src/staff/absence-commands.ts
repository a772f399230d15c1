import { z } from "zod";
import { absenceReasons, actingKinds } from "./absence";

const clientAction = { clientActionId: z.uuid() };
/** "2026-11-23", a day of the office. */
const day = z.iso.date();

export const recordAbsenceCommand = z
  .object({
    ...clientAction,
    /** The office that somebody else will hold. */
    assignmentId: z.uuid(),
    substituteId: z.uuid(),
    acting: z.enum(actingKinds),
    reason: z.enum(absenceReasons),
    /** Number of the letter (surat perintah) that names the substitute. */
    letterNumber: z.string().trim().min(3).max(120),
    startsOn: day,
    endsOn: day,
  })
  .refine((c) => c.endsOn >= c.startsOn, { path: ["endsOn"] });
export type RecordAbsenceCommand = z.infer<typeof recordAbsenceCommand>;

export const withdrawAbsenceCommand = z.object({ ...clientAction, absenceId: z.uuid() });
export type WithdrawAbsenceCommand = z.infer<typeof withdrawAbsenceCommand>;

export const listAbsencesInput = z.object({
  areaCode: z.string().regex(/^$|^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/),
});
export type ListAbsencesInput = z.infer<typeof listAbsencesInput>;

export const listSubstitutesInput = z.object({
  assignmentId: z.uuid(),
  startsOn: day,
  endsOn: day,
});
export type ListSubstitutesInput = z.infer<typeof listSubstitutesInput>;
