import { z } from "zod";

const clientAction = { clientActionId: z.uuid() };
const subdistrictCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);
const sectorCode = z.string().min(2).max(40).nullish();
const day = z.iso.date();

export const rosterDutyCommand = z.object({
  ...clientAction,
  areaCode: subdistrictCode,
  /** Null: the kecamatan's own roster. */
  sectorCode,
  userId: z.uuid(),
  /** Nights and free days from one date to another, both included. */
  from: day,
  to: day,
});
export type RosterDutyCommand = z.infer<typeof rosterDutyCommand>;

export const withdrawShiftCommand = z.object({ ...clientAction, shiftId: z.uuid() });
export type WithdrawShiftCommand = z.infer<typeof withdrawShiftCommand>;

export const listDutyInput = z.object({ areaCode: subdistrictCode });
export type ListDutyInput = z.infer<typeof listDutyInput>;

export const listDutyPeopleInput = z.object({ areaCode: subdistrictCode, sectorCode });
export type ListDutyPeopleInput = z.infer<typeof listDutyPeopleInput>;
