import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, longestName } from "./file-names";

const names: readonly [string, string | null, string][] = [
  ["foto jalan.JPG", "jpg", "foto jalan.jpg"],
  ["foto.jpg.exe", "jpg", "foto.jpg"],
  ["../../etc/passwd", null, "passwd"],
  ["C:\\Users\\Siti\\KTP.png", "png", "KTP.png"],
  ["surat\u202egnp.exe", "pdf", "suratgnp.pdf"],
  ["a\u0000b\u200bc.pdf", "pdf", "abc.pdf"],
  ['<img src=x onerror="a">.png', "png", "_img src=x onerror=_a__.png"],
  ["...", "jpg", "berkas.jpg"],
  ["", null, "berkas"],
  ["laporan   akhir .docx", "docx", "laporan akhir.docx"],
];

describe("the name of a file", () => {
  it.each(names)("%j as %s reads %j", (given, ending, expected) => {
    expect(cleanName(given, ending)).toBe(expected);
  });

  it("is never empty, hidden, too long, nor leads anywhere, whatever was given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 160 }), (given) => {
        const name = cleanName(given, "jpg");
        expect([...name].length).toBeLessThanOrEqual(longestName);
        expect(name).toMatch(
          /^[^./\\\p{Cc}\p{Cf}<>:"|?*%;`$&#{}][^/\\\p{Cc}\p{Cf}<>:"|?*%;`$&#{}]*$/u,
        );
        expect(name.endsWith(".jpg")).toBe(true);
      }),
    );
  });
});
