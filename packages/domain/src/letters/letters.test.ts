import { describe, expect, it } from "vitest";
import { caseIn } from "../cases/case.fixture";
import {
  mayFollow,
  requireLetterAct,
  requireNoIdentityNumber,
  requireOwnSignature,
  requireSignedOn,
} from "./lifecycle";
import { type LetterContent, letterStatuses } from "./model";
import { defaultNumberFormat, letterNumber, requireNumberFormat } from "./numbering";
import { officeDate } from "./office-date";
import { proposeCoverLetter, proposeDisposition, proposeReferralLetter } from "./proposing";
import { signersOf } from "./signers";

const occasion = {
  kase: caseIn("assigned"),
  officeName: "Kecamatan Paringin Selatan",
  regencyName: "Kabupaten Balangan",
  villageName: "Murung Abuin",
  holderName: "Dinas Sosial",
  sectorName: "Dinas Sosial",
  signers: signersOf(
    [{ userId: "camat", name: "H. Rahman", role: "subdistrict-head", acting: null }],
    "Kecamatan Paringin Selatan",
  ),
  copies: [],
  instruction: "Dampingi LPM sampai terbentuk",
  zone: "WITA",
};

describe("the number of a letter", () => {
  const parts = { serial: 7, year: 2026, month: 11, code: "PRS" };

  it("follows the office's format", () => {
    expect(letterNumber(defaultNumberFormat, parts)).toBe("400.10/7/KEC-PRS/2026");
    expect(letterNumber("{nomor}/PEM/{bulan_romawi}/{tahun}", parts)).toBe("7/PEM/XI/2026");
  });

  it.each([
    "400.10/KEC/{tahun}",
    "400.10/{nomor}/KEC",
    "{nomor}/{tahun}/{nama}",
    "{nomor}/{tahun}/<b>",
  ])("a format that could name two letters alike, or anything else, is refused: %s", (format) => {
    expect(() => requireNumberFormat(format)).toThrow();
  });

  it("belongs to the year on the office's wall, not to the server's", () => {
    const late = new Date("2026-12-31T16:30:00Z");
    expect(officeDate(late, "WITA")).toMatchObject({ year: 2027, month: 1 });
    expect(officeDate(late, "WIB")).toMatchObject({ year: 2026, words: "31 Desember 2026" });
  });
});

describe("a letter's way", () => {
  it("goes forward only, and void ends it", () => {
    const open = (act: Parameters<typeof mayFollow>[1]) =>
      letterStatuses.filter((status) => mayFollow({ status }, act));
    expect(open("edit")).toEqual(["draft"]);
    expect(open("issue")).toEqual(["draft"]);
    expect(open("attach-scan")).toEqual(["issued", "signed"]);
    expect(open("sign")).toEqual(["issued"]);
    expect(mayFollow({ status: "signed", signature: "electronic" }, "attach-scan")).toBe(false);
    expect(open("void")).toEqual(["draft", "issued", "signed"]);
  });

  it("moves on the version that was seen", () => {
    const letter = { status: "draft", version: 2 } as const;
    expect(() => requireLetterAct(letter, "issue", 1)).toThrow("LETTER_CHANGED_MEANWHILE");
    expect(() => requireLetterAct(letter, "attach-scan", 2)).toThrow("LETTER_ACT_NOT_NOW");
  });
});

describe("a signature", () => {
  it("on paper has a day between its issue and today", () => {
    const days = { issued: "2026-11-20", today: "2026-11-24" };
    expect(requireSignedOn("2026-11-20", days)).toBe("2026-11-20");
    for (const day of ["2026-11-19", "2026-11-25"])
      expect(() => requireSignedOn(day, days)).toThrow("LETTER_SIGNED_ON_ODD");
  });

  it("in the PDF is given by who the letter names, and by nobody for them", () => {
    const content = proposeCoverLetter(occasion);
    const letter = { content, renderedStatus: "issued" } as const;
    expect(() => requireOwnSignature(letter, "camat")).not.toThrow();
    expect(() => requireOwnSignature(letter, "sekcam")).toThrow("LETTER_SIGNED_BY_ANOTHER");
    expect(() => requireOwnSignature({ ...letter, renderedStatus: null }, "camat")).toThrow(
      "LETTER_NOT_DRAWN",
    );
  });
});

describe("what a letter says", () => {
  const fields: (keyof LetterContent)[] = ["subject", "body", "addressee", "instruction"];

  it.each(fields)("no number of an identity card, wherever it was typed: %s", (field) => {
    const content = proposeCoverLetter(occasion);
    for (const nik of ["6311070101900001", "6311 0701 0190 0001", "63.11.07.010190.0001"])
      expect(() => requireNoIdentityNumber({ ...content, [field]: `a.n. ${nik}` })).toThrow(
        "LETTER_HOLDS_IDENTITY_NUMBER",
      );
    expect(() => requireNoIdentityNumber(content)).not.toThrow();
  });

  it("proposes addressee, subject and signer; the reporter is nowhere", () => {
    const letter = proposeCoverLetter(occasion);
    expect(letter.addressee).toBe("Kepala Dinas Sosial Kabupaten Balangan");
    expect(letter.subject).toContain("PRS-2026-0397-K");
    expect(letter.body).toContain("LPM belum berjalan");
    expect(letter.signer).toMatchObject({ position: "Camat Paringin Selatan", name: "H. Rahman" });
  });

  it("carries the office's own tembusan, and on the sheet the camat's disposisi", () => {
    const copies = ["Kepala Bappeda"];
    expect(proposeCoverLetter(occasion).copies).toEqual(["Bupati Balangan (sebagai laporan)"]);
    expect(proposeCoverLetter({ ...occasion, copies }).copies).toEqual(copies);
    expect(proposeDisposition(occasion).instruction).toBe("Dampingi LPM sampai terbentuk");
  });

  const referral = {
    ...{ party: "63.11:DINKES", name: "Dinas Kesehatan", asked: "Periksa gizi balita" },
    dueAt: new Date("2026-12-01T08:30:00Z"),
  };
  it.each([
    [referral, "Kepala Dinas Kesehatan Kabupaten Balangan"],
    [{ ...referral, party: "63.11.07:PUSKESMAS", name: "Puskesmas" }, "Kepala Puskesmas"],
    [
      { ...referral, party: "63.11.07.2009:PEMDES", name: "Pemerintah Desa Murung Abuin" },
      "Kepala Desa Murung Abuin",
    ],
    [{ ...referral, party: "user:1", name: "Siti" }, "Sdr. Siti"],
  ])("of a referral it names whom it is asked of, what and until when", (asked, addressee) => {
    const letter = proposeReferralLetter(occasion, asked);
    expect(letter.addressee).toBe(addressee);
    expect(letter.body).toContain("Periksa gizi balita");
    expect(letter.body).toContain("1 Desember 2026");
  });

  it("of a referral of a secret case it says neither subject nor what is asked", () => {
    const kase = caseIn("assigned", { isSecret: true });
    const letter = proposeReferralLetter({ ...occasion, kase }, referral);
    expect(JSON.stringify(letter)).not.toMatch(/LPM|gizi/);
    expect(letter.nature).toBe("confidential");
  });

  it("a secret case does not tell its subject", () => {
    const kase = caseIn("assigned", { isSecret: true });
    for (const letter of [
      proposeCoverLetter({ ...occasion, kase }),
      proposeDisposition({ ...occasion, kase }),
    ]) {
      expect(JSON.stringify(letter)).not.toContain("LPM");
      expect(letter.nature).toBe("confidential");
    }
  });
});
