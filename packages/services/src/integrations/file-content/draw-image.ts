import type { FileKind } from "@rembuk/domain/files/accepted-kinds";
import { longestEdgeKept, maximumPixels } from "@rembuk/domain/files/model";
import sharp, { type Sharp } from "sharp";
import { type PreparedFile, refuse } from "./file-content";

// One picture takes one core; the rest of the machine goes on answering.
sharp.concurrency(1);
sharp.cache(false);

const previewEdge = 1280;
const thumbnailEdge = 320;
const patienceSeconds = 20;

/** libvips' own names of the formats. */
const formatOf: Partial<Record<FileKind, readonly string[]>> = {
  jpeg: ["jpeg"],
  png: ["png"],
  gif: ["gif"],
  webp: ["webp"],
  tiff: ["tiff"],
  avif: ["heif", "avif"],
};

const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: maximumPixels, failOn: "error", animated: false }).timeout({
    seconds: patienceSeconds,
  });

/** Refuses by what the header says, before a single pixel is unpacked. */
const requireSoundHeader = async (bytes: Uint8Array, kind: FileKind): Promise<void> => {
  const header = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (!formatOf[kind]?.includes(header.format)) refuse("damaged");
  if (header.width * header.height > maximumPixels) refuse("too-many-pixels");
  // Pages of a scanned letter must not be lost in silence.
  if (kind === "tiff" && (header.pages ?? 1) > 1) refuse("kind-unknown");
};

const within = (edge: number) => ({
  width: edge,
  height: edge,
  fit: "inside" as const,
  withoutEnlargement: true,
});

/**
 * Draws an image anew, upright and at most 2560 px long: what comes out holds pixels alone. EXIF, GPS,
 * XMP, comments, colour profiles, further frames and whatever was glued to it stay behind.
 * @throws FileRefused
 */
export const drawImage = async (bytes: Uint8Array, kind: FileKind): Promise<PreparedFile> => {
  try {
    await requireSoundHeader(bytes, kind);
    const upright = await open(bytes).autoOrient().resize(within(longestEdgeKept)).toBuffer({
      resolveWithObject: true,
    });
    const isDrawing = kind === "png" || kind === "gif";
    const picture = sharp(upright.data);
    const original = isDrawing
      ? await picture.png({ compressionLevel: 8 }).toBuffer()
      : await picture
          .flatten({ background: "#ffffff" })
          .jpeg({ quality: 84, mozjpeg: true })
          .toBuffer();
    const small = (edge: number, quality: number) =>
      sharp(original).resize(within(edge)).webp({ quality }).toBuffer();
    return {
      mediaType: isDrawing ? "image/png" : "image/jpeg",
      ending: isDrawing ? "png" : "jpg",
      original,
      preview: await small(previewEdge, 78),
      thumbnail: await small(thumbnailEdge, 70),
      width: upright.info.width,
      height: upright.info.height,
    };
  } catch (error) {
    if (error instanceof Error && error.name === "FileRefused") throw error;
    return refuse("damaged");
  }
};

/** A picture that lies inside a document, in its own format and size, without what was written beside it. */
export const redrawEmbedded = async (bytes: Uint8Array, kind: FileKind): Promise<Buffer> => {
  try {
    await requireSoundHeader(bytes, kind);
    const picture = open(bytes).autoOrient();
    if (kind === "jpeg") return await picture.jpeg({ quality: 88 }).toBuffer();
    if (kind === "png") return await picture.png().toBuffer();
    if (kind === "gif") return await picture.gif().toBuffer();
    return refuse("document-active");
  } catch (error) {
    if (error instanceof Error && error.name === "FileRefused") throw error;
    return refuse("damaged");
  }
};
