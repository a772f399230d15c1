import { kindOf, refusalByHead } from "@rembuk/domain/files/accepted-kinds";
import { longestEdgeSent, type Refusal } from "@rembuk/domain/files/model";

export interface PreparedUpload {
  readonly blob: Blob;
  readonly sha256: string;
}

/** A photograph as the phone sends it; large enough to read a letter, small enough for a poor line. */
const targetBytes = 300 * 1024;
const qualities = [0.82, 0.72, 0.6] as const;

const drawn = async (file: Blob): Promise<HTMLCanvasElement | null> => {
  // Upright as the camera held it; the pixels alone reach the canvas, so no place goes along.
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, longestEdgeSent / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return pen ? canvas : null;
};

const asJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));

/** The smallest of a few qualities that fits; the original where the browser cannot draw it. */
const smaller = async (file: Blob): Promise<Blob> => {
  try {
    const canvas = await drawn(file);
    if (!canvas) return file;
    let best: Blob = file;
    for (const quality of qualities) {
      const jpeg = await asJpeg(canvas, quality);
      if (jpeg && jpeg.size < best.size) best = jpeg;
      if (best.size <= targetBytes) break;
    }
    return best;
  } catch {
    return file;
  }
};

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Photographs come as JPEG, or as formats that a canvas draws without loss of meaning. */
const photographs = ["jpeg", "webp", "avif"];

/**
 * Looks at a chosen file before anything is sent: refuses what the server would refuse by its first
 * bytes, makes photographs smaller, and reckons the fingerprint that lets an upload go on.
 */
export async function prepareForUpload(file: File): Promise<PreparedUpload | Refusal> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  const kind = kindOf(head);
  const isPhotograph = photographs.includes(kind);
  const refusal = refusalByHead(head, file.size);
  // A photograph that is too large gets smaller below.
  if (refusal && !(isPhotograph && refusal === "too-large")) return refusal;
  const blob = isPhotograph ? await smaller(file) : file;
  const bytes = await blob.arrayBuffer();
  const again = refusalByHead(new Uint8Array(bytes.slice(0, 64)), blob.size);
  if (again) return again;
  return { blob, sha256: hexOf(await crypto.subtle.digest("SHA-256", bytes)) };
}
