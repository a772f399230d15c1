import { describe, expect, it } from "vitest";
import { type FileKind, isImageKind, kindOf, refusalByHead } from "./accepted-kinds";

const text = (value: string): Uint8Array =>
  Uint8Array.from(value, (letter) => letter.charCodeAt(0) & 0xff);

const heads: readonly [FileKind, Uint8Array][] = [
  ["jpeg", text("\xff\xd8\xff\xe1\x00\x10Exif")],
  ["png", text("\x89PNG\r\n\x1a\n")],
  ["gif", text("GIF89a\x01\x00")],
  ["webp", text("RIFF\x10\x00\x00\x00WEBPVP8 ")],
  ["tiff", text("II*\x00\x08")],
  ["tiff", text("MM\x00*\x00")],
  ["avif", text("\x00\x00\x00\x1cftypavif\x00\x00\x00\x00")],
  ["avif", text("\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00avifmif1")],
  ["heic", text("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1")],
  ["heic", text("\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00heic")],
  ["pdf", text("%PDF-1.7\n")],
  ["zip", text("PK\x03\x04")],
  ["old-office", text("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
  ["unknown", text("<svg xmlns=")],
  ["unknown", text("\n%PDF-1.7")],
  ["unknown", text("%PDF-9.9")],
  ["unknown", text("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00")],
  ["unknown", new Uint8Array(0)],
];

describe("the first bytes", () => {
  it.each(heads)("of %s are known", (kind, head) => {
    expect(kindOf(head)).toBe(kind);
  });

  it("tell pictures from papers", () => {
    expect(["jpeg", "avif", "pdf", "zip", "heic"].map((k) => isImageKind(k as FileKind))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("a refusal before anything is read", () => {
  it("names what can be named", () => {
    expect(refusalByHead(new Uint8Array(0), 0)).toBe("empty");
    expect(refusalByHead(text("\x00\x00\x00\x18ftypheic"), 9)).toBe("kind-heic");
    expect(refusalByHead(text("\xd0\xcf\x11\xe0"), 9)).toBe("kind-old-office");
    expect(refusalByHead(text("MZ"), 9)).toBe("kind-unknown");
    expect(refusalByHead(text("%PDF-1.4"), 20 * 1_048_576)).toBeNull();
    expect(refusalByHead(text("%PDF-1.4"), 20 * 1_048_576 + 1)).toBe("too-large");
    expect(refusalByHead(text("PK\x03\x04"), 10 * 1_048_576 + 1)).toBe("too-large");
  });
});
