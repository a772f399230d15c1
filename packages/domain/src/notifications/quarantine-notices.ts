import type { Actor } from "../access/actor";
import { canInArea } from "../access/policy";
import type { Sought } from "./recipients";

/** Records of a revoked phone wait for a decision; told in the app, and never switched off: it is somebody's turn. */
export type QuarantineNoticeKind = "quarantine.waits";

/** The desk and the sections of the kecamatan where the phone was registered. */
export const soughtForQuarantine = (subdistrictCode: string): Sought => ({
  userIds: [],
  places: [{ roles: ["triage-officer", "section-head"], areaCode: subdistrictCode }],
});

/** May decide, and it is not their own phone: nobody lets in what their own phone sent. */
export const isToldOfQuarantine = (
  actor: Actor,
  { ownerId, subdistrictCode }: { readonly ownerId: string; readonly subdistrictCode: string },
): boolean =>
  actor.userId !== ownerId && canInArea(actor, "quarantine.decide", { areaCode: subdistrictCode });
