import { z } from "zod";
import { readDayRange } from "./list-filters";

/** From and to, both included, on the wall of the office; one of them may be open. */
const dayRange = z
  .object({ from: z.iso.date().optional(), to: z.iso.date().optional() })
  .refine((range) => readDayRange(range) !== null);

/** What narrows a list of cases by place, office, person and day, beside status, kind and deadline. */
export const caseListFilters = {
  subdistricts: z.array(z.string().max(8)).max(60).optional(),
  /** Sectors that lead the case, or sections of the kecamatan that accompany it. */
  sectors: z.array(z.string().max(40)).max(60).optional(),
  /** Sector or section that holds it now. */
  units: z.array(z.string().max(40)).max(60).optional(),
  /** An officer who answers for it or has it in hand; never who reported it. */
  person: z.union([z.literal("me"), z.uuid()]).optional(),
  received: dayRange.optional(),
  due: dayRange.optional(),
  /** The one sector that leads it; "": none does yet. */
  leadSector: z.string().max(40).optional(),
  /** Has risen to the Sekcam or higher. */
  escalated: z.literal(true).optional(),
};
