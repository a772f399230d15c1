import { kindOf } from "@rembuk/domain/files/accepted-kinds";
import { type Zippable, zipSync } from "fflate";
import { redrawEmbedded } from "./draw-image";
import { type PreparedFile, refuse } from "./file-content";
import { readZip, type ZipEntry } from "./read-zip";

interface DocumentType {
  readonly ending: string;
  readonly mediaType: string;
}

const office = "application/vnd.openxmlformats-officedocument.";
const open = "application/vnd.oasis.opendocument.";
const docx: DocumentType = {
  ending: "docx",
  mediaType: `${office}wordprocessingml.document`,
};
const xlsx: DocumentType = { ending: "xlsx", mediaType: `${office}spreadsheetml.sheet` };
const odt: DocumentType = { ending: "odt", mediaType: `${open}text` };
const ods: DocumentType = { ending: "ods", mediaType: `${open}spreadsheet` };

const textOf = (entries: readonly ZipEntry[], name: string): string | null =>
  entries.find((entry) => entry.name === name)?.bytes.toString("utf8") ?? null;

const typeOf = (entries: readonly ZipEntry[]): DocumentType | null => {
  const types = textOf(entries, "[Content_Types].xml");
  const has = (name: string) => entries.some((entry) => entry.name === name);
  if (types !== null) {
    if (has("word/document.xml") && types.includes(`${docx.mediaType}.main+xml`)) return docx;
    if (has("xl/workbook.xml") && types.includes(`${xlsx.mediaType}.main+xml`)) return xlsx;
    return null;
  }
  const declared = textOf(entries, "mimetype");
  return [odt, ods].find((type) => type.mediaType === declared && has("content.xml")) ?? null;
};

/** Places where macros, controls, other programs' objects and links to outside live. */
const activePlaces =
  /(^|\/)(vba|macro|activex|embeddings|oleobject|customui|ctrlprops|externallinks?|basic|scripts|dialogs|object ?\d|webextensions)/i;
const activeTypes =
  /macroEnabled|vbaProject|activeX|oleObject|package\.ole|ms-excel\.(intl)?macrosheet/i;
const harmless =
  /(\.(xml|rels|rdf|vml|odttf)|^mimetype|\/|layout-cache|printerSettings\/printerSettings\d+\.bin)$/i;
const picture = /\.(jpe?g|png|gif)$/i;

/** Scripts and calls to outside that stand in the text of a part. */
const activeText =
  /<!DOCTYPE|<!ENTITY|vnd\.sun\.star\.script|<script:event-listener|<office:script[ >]|<draw:(object-ole|applet|plugin)|<draw:image[^>]*xlink:href="(?:https?|ftp|file|\\\\)|<oddeLink|<ddeLink|table:dde-link|<o:OLEObject/i;
const dynamicExchange = /\bDDE(AUTO)?\b/i;

const requireStillText = (xml: string): void => {
  if (activeText.test(xml)) refuse("document-active");
  const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map((m) => m[1]).join("");
  const simple = [...xml.matchAll(/w:instr="([^"]*)"/g)].map((m) => m[1]).join(" ");
  if (dynamicExchange.test(fields) || dynamicExchange.test(simple)) refuse("document-active");
};

/** An outside target may only be a hyperlink, which opens when somebody asks it to. */
const requireStillRelations = (xml: string): void => {
  for (const [tag] of xml.matchAll(/<[a-z0-9:]*Relationship\b[^>]*>/gi)) {
    if (/TargetMode\s*=\s*["']External["']/i.test(tag) && !/\/hyperlink["']/i.test(tag))
      refuse("document-active");
    if (/Target\s*=\s*["']\s*(javascript|vbscript|file|data|mhtml):/i.test(tag))
      refuse("document-active");
  }
};

const rebuilt = async ({ name, bytes }: ZipEntry): Promise<Uint8Array> => {
  if (activePlaces.test(name)) refuse("document-active");
  if (picture.test(name)) return redrawEmbedded(bytes, kindOf(bytes));
  if (!harmless.test(name)) refuse("document-active");
  if (!/\.(xml|rels|rdf|vml)$/i.test(name)) return bytes;
  // In another encoding the words looked for below would not be found.
  if (
    bytes.includes(0) ||
    /encoding\s*=\s*["'](?!utf-8|us-ascii)/i.test(bytes.toString("latin1", 0, 200))
  )
    refuse("document-active");
  const xml = bytes.toString("utf8");
  requireStillText(xml);
  if (/\.rels$/i.test(name)) requireStillRelations(xml);
  return bytes;
};

/**
 * A document without macros, controls, embedded programs or calls to outside, packed anew; its
 * pictures are drawn again, so that none carries a place.
 * @throws FileRefused
 */
export const rebuildDocument = async (bytes: Buffer): Promise<PreparedFile> => {
  const entries = readZip(bytes);
  const type = typeOf(entries) ?? refuse("kind-unknown");
  const types = textOf(entries, "[Content_Types].xml") ?? textOf(entries, "META-INF/manifest.xml");
  if (types === null || activeTypes.test(types) || /<manifest:encryption-data/.test(types))
    refuse("document-active");
  const packed: Zippable = {};
  for (const entry of entries) {
    const level = entry.name === "mimetype" ? 0 : 6;
    packed[entry.name] = [await rebuilt(entry), { level, mtime: "2000-01-01T00:00:00" }];
  }
  return {
    ...type,
    original: Buffer.from(zipSync(packed)),
    preview: null,
    thumbnail: null,
    width: null,
    height: null,
  };
};
