export const zones = ["WIB", "WITA", "WIT"] as const;
/** Indonesia's zones. None keeps summer time, so a fixed offset is enough. */
export type Zone = (typeof zones)[number];

const offsets: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
export const utcOffsetHours = (zone: Zone): number => offsets[zone];
