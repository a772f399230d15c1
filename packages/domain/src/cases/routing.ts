import { partyKey } from "../access/party-key";
import { DomainError } from "../kernel/errors";
import { type CaseEvent, caseEvent } from "./events";
import { heldBy } from "./holders";
import { requireAction } from "./lifecycle";
import type { Case, CaseCategory, Holder, SectorLevel } from "./model";
import { focalSectionOf, requireOtherHolder } from "./reported-unit";
import { type StageClock, startStage } from "./stages";

export interface Decision {
  readonly after: Case;
  readonly events: readonly CaseEvent[];
}

/** Sections of the kecamatan that do the work of a sector of the routing table themselves. */
const sectionOfSector: Record<string, string> = {
  KEC_PEMERINTAHAN: "KASI_PEMERINTAHAN",
  KEC_PELAYANAN: "KASI_PELAYANAN",
  KEC_SEKRETARIAT: "SEKCAM",
};

export const sections = [
  "KASI_PEMERINTAHAN",
  "KASI_PMD",
  "KASI_KESSOS",
  "KASI_TRANTIB",
  "KASI_PELAYANAN",
  "SEKCAM",
] as const;
const isSection = (code: string): boolean => (sections as readonly string[]).includes(code);

/** The target that a category goes to unless somebody chooses another. */
export const defaultTarget = (category: Pick<CaseCategory, "leadSectorCode">): string =>
  sectionOfSector[category.leadSectorCode] ?? category.leadSectorCode;

/** The party that will see the case: at the office's own level (Puskesmas by kecamatan, dinas by kabupaten). */
export const partyOf = (
  kase: Pick<Case, "subdistrictCode" | "regencyCode">,
  sector: SectorLevel,
): string =>
  partyKey(
    sector.level === "subdistrict" || sector.level === "village"
      ? kase.subdistrictCode
      : kase.regencyCode,
    sector.code,
  );

/** A section that takes a case becomes its focal one; with a sector it is the category's again. */
const takeTarget = (
  kase: Case,
  target: string,
  sector: SectorLevel | null,
  focalSectionCode: string,
) => {
  if (isSection(target)) {
    const holder: Holder = { kind: "section", code: target, userId: null };
    return { holder, sectionCode: target, leadSectorCode: null, leadParty: null };
  }
  if (sector === null) throw new DomainError("invalid", "CASE_TARGET_UNKNOWN", { target });
  const holder: Holder = { kind: "sector", code: sector.code, userId: null };
  return {
    holder,
    sectionCode: focalSectionOf(kase, focalSectionCode),
    leadSectorCode: sector.code,
    leadParty: partyOf(kase, sector),
  };
};

/**
 * Routing moves the holder and never the responsible; the receiver gets a fresh stage deadline,
 * the total clock runs on. Only the inspectorate may hold a supervisory case, and the unit complained
 * of may hold none.
 */
export const decideRoute = (
  kase: Case,
  command: { readonly target: string; readonly noteId: string },
  sector: SectorLevel | null,
  clock: StageClock,
): Decision => {
  requireAction(kase, "route");
  return routed(kase, command, sector, clock);
};

/** The same after the leaders' disposisi: who may do it, and when, was asked before. */
export const routed = (
  kase: Case,
  command: { readonly target: string; readonly noteId: string },
  sector: SectorLevel | null,
  clock: StageClock,
): Decision => {
  if (kase.isSupervisory && command.target !== "INSPEKTORAT") {
    throw new DomainError("invalid", "CASE_TARGET_SUPERVISORY");
  }
  const taken = takeTarget(kase, command.target, sector, clock.category.focalSectionCode);
  const after: Case = {
    ...kase,
    ...taken,
    ...heldBy(taken.holder),
    status: "assigned",
    ...startStage(clock, "followUp"),
  };
  requireOtherHolder(after);
  return {
    after,
    events: [
      caseEvent("case.routed", kase, {
        target: command.target,
        holder: taken.holder.kind,
        party: taken.leadParty,
        noteId: command.noteId,
      }),
    ],
  };
};
