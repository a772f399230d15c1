import { describe, expect, it } from "vitest";
import { withoutJpegMetadata } from "./jpeg-segments";

const segment = (marker: number, content: string): number[] => {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...Array.from(content, (c) => c.charCodeAt(0))];
};
const start = [0xff, 0xd8];
const scan = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9];
const jpeg = (...parts: number[][]): Uint8Array => Uint8Array.from([...start, ...parts.flat()]);

describe("a JPEG inside another file", () => {
  it("loses place, time, words and what is glued to it, and keeps what its colours need", () => {
    const needed = [
      segment(0xe0, "JFIF\0"),
      segment(0xe2, "ICC_PROFILE\0x"),
      segment(0xee, "Adobe"),
    ];
    const told = [segment(0xe1, "Exif\0\0GPS"), segment(0xe2, "MPF\0"), segment(0xfe, "Siti")];
    const tables = [segment(0xdb, "q"), segment(0xc0, "f")];
    const given = jpeg(
      ...told,
      ...needed,
      ...tables,
      scan,
      [...Array(9)].map(() => 7),
    );
    expect(withoutJpegMetadata(given)).toEqual(jpeg(...needed, ...tables, scan));
  });

  it("that cannot be walked through is none", () => {
    expect(withoutJpegMetadata(Uint8Array.from([1, 2, 3]))).toBeNull();
    expect(withoutJpegMetadata(jpeg([0xff, 0xe1, 0xff, 0xff, 1]))).toBeNull();
    expect(withoutJpegMetadata(jpeg([0, 1, 2, 3, 4]))).toBeNull();
  });
});
