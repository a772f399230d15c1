import type { Permission } from "@rembuk/domain/access/permissions";
import type { ImportKind } from "@rembuk/domain/onboarding/model";
import type { ImportPlace } from "./import-store";

/** Who may send, carry out and take back what. */
export const importPermission: Readonly<Record<ImportKind, Permission>> = {
  register: "office.prepare",
  families: "household.import",
};

/** The village, else the kecamatan, that a workbook is of. */
export const importArea = ({ villageCode, subdistrictCode }: ImportPlace): string =>
  villageCode ?? subdistrictCode;

/** What a workbook for a place is. @param areaCode kecamatan or village */
export const importPlace = (kind: ImportKind, areaCode: string): ImportPlace => ({
  kind,
  subdistrictCode: areaCode.slice(0, 8),
  villageCode: areaCode.length > 8 ? areaCode : null,
});
