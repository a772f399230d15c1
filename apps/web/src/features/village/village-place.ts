/** "63.11.07.2009": a village or kelurahan. */
export const isVillageCode = (code: string): boolean => /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code);

/** Kelurahan have a serial from 1001, desa from 2001 (Kemendagri). */
export const isWardCode = (code: string): boolean => /\.1\d{3}$/.test(code);
