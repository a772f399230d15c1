/** A page with a case open says so this often (ms). */
export const presenceBeatMs = 20_000;

/** Whoever has not been heard for so long has the case open no more: two beats and a bit (ms). */
export const presenceMs = 45_000;

/** From when on somebody counts as present at a moment. */
export const presentSince = (now: Date): Date => new Date(now.getTime() - presenceMs);
