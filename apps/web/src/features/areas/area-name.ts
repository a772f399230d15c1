import { areaLevelOf, villageKindOf } from "@rembuk/domain/areas/area-code";

export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

/** "Kec. Paringin Selatan", "Batu Piring (kel.)"; provinces and regencies carry their kind already. */
export function areaTitle({ code, name }: NamedArea): string {
  if (areaLevelOf(code) === "subdistrict") return `Kec. ${name}`;
  return villageKindOf(code) === "urban_village" ? `${name} (kel.)` : name;
}
