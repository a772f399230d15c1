import { describe, expect, it } from "vitest";
import { type LeaderPost, requireRunningSigner, signersOf } from "./signers";

const camat: LeaderPost = {
  ...{ userId: "camat", name: "H. Rahman", role: "subdistrict-head", acting: null },
};
const sekcam: LeaderPost = {
  ...{ userId: "sekcam", name: "Hj. Rusmini", role: "subdistrict-secretary", acting: null },
};
const plh: LeaderPost = { ...sekcam, role: "subdistrict-head", acting: "plh" };
const office = "Kecamatan Paringin Selatan";
const lines = (posts: readonly LeaderPost[]) =>
  signersOf(posts, office).map(({ prefix, position, ownPosition, name }) =>
    [prefix, position, ownPosition, name].filter(Boolean).join(" / "),
  );

describe("who signs", () => {
  it("is the camat, or the sekcam in the camat's name", () => {
    expect(lines([sekcam, camat])).toEqual([
      "Camat Paringin Selatan / H. Rahman",
      "a.n. / Camat Paringin Selatan / Sekretaris Kecamatan / Hj. Rusmini",
    ]);
  });

  it("is first of all who stands in for the camat, and not twice", () => {
    expect(lines([camat, sekcam, plh])).toEqual([
      "Plh. / Camat Paringin Selatan / Hj. Rusmini",
      "Camat Paringin Selatan / H. Rahman",
    ]);
    const plt = { ...plh, userId: "kasi", name: "Ahmad", acting: "plt" } as const;
    expect(lines([plt, sekcam])[0]).toBe("Plt. / Camat Paringin Selatan / Ahmad");
  });

  it("for the sekcam somebody else, named as that", () => {
    const acting = { ...sekcam, userId: "kasi", name: "Ahmad", acting: "plh" } as const;
    expect(lines([acting])).toEqual([
      "a.n. / Camat Paringin Selatan / Plh. Sekretaris Kecamatan / Ahmad",
    ]);
  });
});

describe("a letter is issued", () => {
  const [acting] = signersOf([camat, plh], office);
  const [own] = signersOf([camat], office);
  if (!acting || !own) throw new Error("no signer");

  it("in a capacity that runs today, the name written out as they like", () => {
    const named = { ...own, name: "Drs. H. Rahman, M.Si.", nip: "197804122005012009" };
    expect(() => requireRunningSigner(named, [own])).not.toThrow();
    expect(() => requireRunningSigner(acting, [own])).toThrow("LETTER_SIGNER_NOT_RUNNING");
    expect(() => requireRunningSigner({ ...own, prefix: "Plh." }, [own])).toThrow();
    expect(() => requireRunningSigner({ ...own, userId: null }, [own])).toThrow();
  });

  it("by whom they write where nobody of the leaders has an account", () => {
    expect(() => requireRunningSigner(own, [])).not.toThrow();
  });
});
