import { mostPhotoBytes } from "@rembuk/domain/staff/sealing";

/** Longest side and quality, from the best that fits. */
const tries = [
  [1600, 0.8],
  [1280, 0.75],
  [1024, 0.7],
  [800, 0.6],
  [640, 0.5],
] as const;

const draw = (image: ImageBitmap, longest: number): HTMLCanvasElement => {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
};

export const bytesOfCanvas = async (
  canvas: HTMLCanvasElement,
  type: string,
  quality?: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  return blob && new Uint8Array(await blob.arrayBuffer());
};

/**
 * A photo of the camera, small enough to travel; drawn anew, so that where it was taken is not in it.
 * @returns JPEG bytes, at most `mostPhotoBytes`; null when it is no picture
 */
export async function shrinkPhoto(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  for (const [longest, quality] of tries) {
    const bytes = await bytesOfCanvas(draw(image, longest), "image/jpeg", quality);
    if (bytes && bytes.length <= mostPhotoBytes) return bytes;
  }
  return null;
}
