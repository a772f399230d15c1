import { z } from "zod";
import { clientAction } from "../cases/commands";

/**
 * What a village is told: a sosialisasi that was held, or that a trip which it waits for is postponed or cancelled.
 */
export const outreachKinds = ["session", "postponed", "cancelled"] as const;
export type OutreachKind = (typeof outreachKinds)[number];

/** How a village was told: face to face, through its officials, or published. */
export const outreachMedia = ["in_person", "village_officials", "instagram", "facebook"] as const;
export type OutreachMedium = (typeof outreachMedia)[number];

/** What is published has an address. */
export const isPublished = (medium: OutreachMedium): boolean =>
  medium === "instagram" || medium === "facebook";

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const village = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);

/** Sosialisasi that was held. */
export const recordOutreachCommand = z
  .object({
    ...clientAction,
    villageCode: village,
    /** On which journey, if on one. */
    tripId: z.uuid().nullish(),
    topic: words(5, 200),
    place: words(2, 200),
    heldOn: z.iso.date(),
    medium: z.enum(outreachMedia),
    link: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullish(),
    /** Who went, in words. */
    team: words(2, 300),
    /** People who came; null: not counted. */
    attendance: z.int().min(0).max(100_000).nullish(),
  })
  .refine(({ medium, link }) => !isPublished(medium) || Boolean(link), { path: ["link"] });
export type RecordOutreachCommand = z.infer<typeof recordOutreachCommand>;

/** The village passed it on to its people: how, and on which day. */
export const relayOutreachCommand = z.object({
  ...clientAction,
  outreachId: z.uuid(),
  how: words(5, 300),
  relayedOn: z.iso.date(),
});
export type RelayOutreachCommand = z.infer<typeof relayOutreachCommand>;

export const listOutreachInput = z.union([
  z.object({ tripId: z.uuid() }),
  z.object({ villageCode: village }),
]);
export type ListOutreachInput = z.infer<typeof listOutreachInput>;
