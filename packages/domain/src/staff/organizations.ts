import { areaLevelOf } from "../areas/area-code";
import { DomainError } from "../kernel/errors";

/** What a partner organisation is: an NGO, a company (TJSL/CSR), a university, a group of kader, another. */
export const organizationKinds = ["ngo", "company", "university", "cadres", "other"] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** The row of the sector table that a kind stands beside in routing rules; another has none. */
const sectorOfKind: Record<OrganizationKind, string | null> = {
  ngo: "LSM",
  company: "CSR",
  university: "PERGURUAN_TINGGI",
  cadres: "POSYANDU_KADER",
  other: null,
};
export const organizationSector = (kind: OrganizationKind): string | null => sectorOfKind[kind];

/** A partner as decisions know it. Days are days of the office, "2026-11-23". */
export interface PartnerOrganization {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  /** The kecamatan or the kabupaten that it works in. */
  readonly areaCode: string;
  readonly address: string | null;
  /** Number of the MoU, or of the SK of a group of kader. */
  readonly agreementNumber: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly isActive: boolean;
  readonly version: number;
}

/** Somebody to call there. */
export interface OrganizationContact {
  readonly name: string;
  readonly position: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

type Period = Pick<PartnerOrganization, "isActive" | "startsOn" | "endsOn">;

export type OrganizationState = "running" | "coming" | "lapsed" | "closed";

/** A partner works within the period of its agreement, until an administrator closes it. */
export const organizationState = (o: Period, today: string): OrganizationState => {
  if (!o.isActive) return "closed";
  if (o.startsOn > today) return "coming";
  return o.endsOn < today ? "lapsed" : "running";
};

/** Does it serve the place of a case: its kecamatan, or the kabupaten around it? */
export const servesCase = (
  o: Pick<PartnerOrganization, "areaCode">,
  kase: { readonly subdistrictCode: string; readonly regencyCode: string },
): boolean => o.areaCode === kase.subdistrictCode || o.areaCode === kase.regencyCode;

/** May a rule of this area name it? A kecamatan's may name the kabupaten's partners, not the reverse. */
export const servesArea = (o: Pick<PartnerOrganization, "areaCode">, areaCode: string): boolean =>
  o.areaCode === areaCode || o.areaCode === areaCode.slice(0, 5);

/** @throws invalid INPUT_INVALID unless it is a kecamatan or a kabupaten */
export const requireOrganizationArea = (areaCode: string): void => {
  const level = areaLevelOf(areaCode);
  if (level !== "subdistrict" && level !== "regency")
    throw new DomainError("invalid", "INPUT_INVALID", { field: "areaCode" });
};

/**
 * The place stays: its people's assignments and the rules that name it hang on it.
 * @throws conflict ORGANIZATION_CHANGED_MEANWHILE; invalid INPUT_INVALID for another place
 */
export const requireSamePlace = (
  before: Pick<PartnerOrganization, "areaCode" | "version">,
  command: { readonly areaCode: string; readonly version: number },
): void => {
  if (before.version !== command.version)
    throw new DomainError("conflict", "ORGANIZATION_CHANGED_MEANWHILE", {
      version: before.version,
    });
  if (before.areaCode !== command.areaCode)
    throw new DomainError("invalid", "INPUT_INVALID", { field: "areaCode" });
};
