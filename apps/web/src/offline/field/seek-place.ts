import type { HandoverEntry } from "./handover-entry";

export type FoundPlace = NonNullable<HandoverEntry["place"]>;

/** slow: still looking, and so long that asking anew may be the quicker way; none: refused, or not found in time. */
export type PlaceSearch =
  | { readonly state: "asking" | "slow" | "none" }
  | { readonly state: "found"; readonly place: FoundPlace };

/** From then on asking anew is offered. */
export const slowAfterMs = 15_000;
const patience = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 };

/**
 * Asks once where this phone is and tells how that goes, at once and until it ends.
 * @param source what the browser gives; undefined: it has none
 * @returns ends the search: nothing is told any more
 */
export const seekPlace = (
  source: Pick<Geolocation, "getCurrentPosition"> | undefined,
  tell: (search: PlaceSearch) => void,
): (() => void) => {
  let over = false;
  const slow = setTimeout(() => over || tell({ state: "slow" }), slowAfterMs);
  const end = (search?: PlaceSearch) => {
    if (over) return;
    over = true;
    clearTimeout(slow);
    if (search) tell(search);
  };
  tell({ state: "asking" });
  if (!source) end({ state: "none" });
  source?.getCurrentPosition(
    ({ coords: { latitude, longitude, accuracy } }) =>
      end({
        state: "found",
        place: { latitude, longitude, accuracyMeters: Math.round(accuracy) },
      }),
    () => end({ state: "none" }),
    patience,
  );
  return () => end();
};
