/** One assignment in words, as the session carries it. */
export interface OfficePlace {
  readonly areaCode: string;
  /** Null for the whole country. */
  readonly areaName: string | null;
  readonly parentName: string | null;
  readonly zone: string;
  readonly sectorName: string | null;
  readonly organizationName: string | null;
}

/** Where the reader works: "Kec. Paringin Selatan" over "Balangan · WITA". */
export interface OfficeWords {
  readonly title: string;
  readonly detail: string;
}

/** Regencies carry "Kabupaten" or "Kota" in their name already. */
const LEVEL_PREFIX: Record<number, string> = { 1: "Provinsi", 3: "Kec.", 4: "Desa" };

const withoutKabupaten = (name: string) => name.replace(/^Kabupaten /, "");

/** Words for the first place; `everywhere` names an assignment without an area. */
export function officeWords(places: readonly OfficePlace[], everywhere: string): OfficeWords {
  const place = places[0];
  if (!place?.areaName) return { title: everywhere, detail: place?.zone ?? "WIB" };
  const level = place.areaCode.split(".").length;
  const area = `${LEVEL_PREFIX[level] ?? ""} ${place.areaName}`.trim();
  const above = place.parentName
    ? `${withoutKabupaten(place.parentName)} · ${place.zone}`
    : place.zone;
  const office = place.organizationName ?? place.sectorName;
  return office
    ? { title: office, detail: `${area} · ${place.zone}` }
    : { title: area, detail: above };
}

export function OfficeBox({ words }: { words: OfficeWords }) {
  return (
    <div className="mb-2 rounded-r2 border border-line bg-surface px-2 py-1.5">
      <div className="truncate text-12 font-semibold" title={words.title}>
        {words.title}
      </div>
      <div className="truncate text-11 text-text-3">{words.detail}</div>
    </div>
  );
}
