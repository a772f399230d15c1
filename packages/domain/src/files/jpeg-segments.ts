/**
 * A JPEG without what was written beside the picture: EXIF and XMP (place, time, device), IPTC,
 * comments, and anything after its end. JFIF, Adobe's colour mark and ICC profiles stay, because the
 * colours need them. Used where a picture lies inside another file and is not drawn anew.
 * @returns null when it is no JPEG that can be walked through
 */
export const withoutJpegMetadata = (jpeg: Uint8Array): Uint8Array | null => {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff) return null;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) {
      kept.push(jpeg.subarray(at, endOfPicture(jpeg)));
      return joined(kept);
    }
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    if (length < 2 || at + 2 + length > jpeg.length) return null;
    if (isNeeded(jpeg, at, marker)) kept.push(jpeg.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return null;
};

const iccMark = "ICC_PROFILE";

const isNeeded = (jpeg: Uint8Array, at: number, marker: number): boolean => {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0 || marker === 0xee) return true;
  const text = String.fromCharCode(...jpeg.subarray(at + 4, at + 4 + iccMark.length));
  return marker === 0xe2 && text === iccMark;
};

/** After the last end-of-image mark; a scan may hold several marks of its own. */
const endOfPicture = (jpeg: Uint8Array): number => {
  for (let at = jpeg.length - 2; at > 0; at -= 1)
    if (jpeg[at] === 0xff && jpeg[at + 1] === 0xd9) return at + 2;
  return jpeg.length;
};

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
