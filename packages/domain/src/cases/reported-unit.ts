import { z } from "zod";
import { partyKey } from "../access/party-key";
import { DomainError } from "../kernel/errors";
import { desk, village } from "./holders";
import type { Case, Holder } from "./model";

/** The unit complained of (terlapor): an area's office `63.11.07.2009`, a section or sector `63.11:DPMD`. */
export const reportedPartySchema = z
  .string()
  .regex(/^\d{2}\.\d{2}(\.\d{2}(\.\d{4}|:[A-Z][A-Z0-9_]{1,38})?|:[A-Z][A-Z0-9_]{1,38})$/);

type Reported = Pick<Case, "subdistrictCode" | "reportedParty">;
type Held = Pick<
  Case,
  "subdistrictCode" | "villageCode" | "reportedParty" | "holder" | "leadParty"
>;

/** A complaint about the kecamatan itself is the inspectorate's, as a supervisory one is. */
export const isOfficeReported = (kase: Reported): boolean =>
  kase.reportedParty === kase.subdistrictCode;

/** The focal section, or one level up where that very section is complained of. */
export const focalSectionOf = (kase: Reported, focalSectionCode: string): string => {
  if (isOfficeReported(kase)) return "INSPEKTORAT";
  const isReported = partyKey(kase.subdistrictCode, focalSectionCode) === kase.reportedParty;
  return isReported ? "SEKCAM" : focalSectionCode;
};

/**
 * Whose head answers for the case: the focal section's, else the Sekcam, else the camat.
 * @returns "63.11.07:KASI_PMD"; the camat's place is "63.11.07:CAMAT"
 */
export const responsibleKeyOf = (kase: Reported, focalSectionCode: string): string => {
  const key = partyKey(kase.subdistrictCode, focalSectionOf(kase, focalSectionCode));
  return key === kase.reportedParty ? partyKey(kase.subdistrictCode, "CAMAT") : key;
};

/** The village's officers or who reported it; the desk where the complaint is about that village. */
export const confirmerOf = (kase: Pick<Case, "villageCode" | "reportedParty">): Holder =>
  kase.reportedParty === kase.villageCode ? desk : village;

const unitOfHolder = (kase: Held): string | null => {
  if (kase.holder.kind === "village") return kase.villageCode;
  if (kase.holder.kind === "section") return partyKey(kase.subdistrictCode, kase.holder.code ?? "");
  return kase.holder.kind === "sector" ? kase.leadParty : null;
};

/** Does the unit complained of hold the case? It never may. */
export const isHeldByReported = (kase: Held): boolean =>
  kase.reportedParty !== null && unitOfHolder(kase) === kase.reportedParty;

/** @throws invalid CASE_TARGET_REPORTED when the case would go to the unit that it complains of */
export const requireOtherHolder = (kase: Held): void => {
  if (isHeldByReported(kase))
    throw new DomainError("invalid", "CASE_TARGET_REPORTED", { field: "target" });
};

/** Would help be asked of the very unit? A village's government is `63.11.07.2009:PEMDES` there. */
export const isReportedParty = (kase: Pick<Case, "reportedParty">, party: string): boolean =>
  kase.reportedParty !== null && [party, party.split(":")[0]].includes(kase.reportedParty);
