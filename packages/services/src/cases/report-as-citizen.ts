import type { Actor } from "@rembuk/domain/access/actor";
import { openCaseCommand } from "@rembuk/domain/cases/commands";
import { titleFromStory } from "@rembuk/domain/cases/title-from-story";
import { z } from "zod";
import { citizenActorId } from "../kernel/system-actor";
import { openCase, type Receipt } from "./open-case";
import type { VisitorContext } from "./redeem-link";

const short = (max: number) => z.string().trim().max(max);

/** What a citizen tells on the public page. A NIK is never asked for there. */
export const reportAsCitizenCommand = openCaseCommand
  .pick({ clientActionId: true, villageCode: true, categoryCode: true })
  .extend({
    story: z.string().trim().min(5).max(4000),
    /** Empty only with `anonymous`. */
    name: short(120),
    phone: short(24),
    /** The name is not published; officers who work on the case may read it, if it was given. */
    anonymous: z.boolean(),
    /** What the reporter is to the person concerned, in words; null when it is themself. */
    relation: z.string().trim().min(1).max(60).nullable(),
    /** Whose office is complained of: the village's, the kecamatan's, or nobody's. */
    about: z.enum(["village", "subdistrict"]).nullable(),
  })
  .refine((told) => told.anonymous || told.name !== "", { path: ["name"] });
export type ReportAsCitizenCommand = z.infer<typeof reportAsCitizenCommand>;

/** A citizen in one village, for this one act; it reads nothing (migration 20261122000026). */
const citizenIn = (villageCode: string): Actor => ({
  userId: citizenActorId,
  name: "Warga",
  assignments: [
    {
      id: citizenActorId,
      role: "reporter",
      areaCode: villageCode,
      sectorCode: null,
      organizationId: null,
      clearance: false,
    },
  ],
});

/** The relation belongs to the person; without a person it would be lost, so the story ends with it. */
const described = ({ story, relation, name }: ReportAsCitizenCommand): string =>
  relation !== null && name === "" ? `${story}\n\n(Mewakili orang lain: ${relation})` : story;

const reportedPartyOf = ({ about, villageCode }: ReportAsCitizenCommand): string | null => {
  if (about === null) return null;
  return about === "village" ? villageCode : villageCode.slice(0, 8);
};

/**
 * Receives a case from a citizen without account, unverified until the desk triages it. The same form
 * sent again makes nothing and is told the same number, code and PIN.
 * @throws invalid CATEGORY_UNKNOWN, VILLAGE_NOT_IN_REACH, PHONE_INVALID; conflict CLIENT_ACTION_REUSED
 */
export const reportAsCitizen = (
  visitor: VisitorContext,
  command: ReportAsCitizenCommand,
): Promise<Receipt> => {
  const { clientActionId, villageCode, categoryCode, name, phone, relation } = command;
  const capacity = relation === null ? "Warga" : `Mewakili orang lain, ${relation}`;
  return openCase(
    { ...visitor, actor: citizenIn(villageCode) },
    {
      clientActionId,
      villageCode,
      categoryCode,
      title: titleFromStory(command.story).slice(0, 300),
      description: described(command),
      channel: "web",
      privacy: command.anonymous ? "ANONYMOUS" : null,
      reportedParty: reportedPartyOf(command),
      reporter: name === "" ? null : { name, phone: phone || null, capacity },
    },
  );
};
