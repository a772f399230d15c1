import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedSpellings, keptSpellings, soundOf, soundsOfName } from "./name-spelling";

const meets = (asked: string, kept: string, how: "exact" | "near"): boolean => {
  const spellings = new Set(keptSpellings(kept));
  const words = askedSpellings(asked);
  return words.length > 0 && words.every((word) => word[how].some((one) => spellings.has(one)));
};

describe("a word of a name as it sounds", () => {
  it.each([
    ["Soekarno", "Sukarno"],
    ["Soeharto", "Suharto"],
    ["Suhartho", "Suharto"],
    ["Tjahjo", "Cahyo"],
    ["Tjipto", "Cipto"],
    ["Djoko", "Joko"],
    ["Jusuf", "Yusuf"],
    ["Yusup", "Jusup"],
    ["Surja", "Surya"],
    ["Sofyan", "Sofian"],
    ["Mochamad", "Muhammad"],
    ["Mohammad", "Muhamad"],
    ["Muchammad", "Mochammad"],
    ["Mohammed", "Muhammad"],
    ["Moch", "Muhammad"],
    ["Muh", "Mochamad"],
    ["M", "Muhammad"],
    ["Achmad", "Ahmad"],
    ["Akhmad", "Ahmad"],
    ["Rachmat", "Rahmat"],
    ["Noor", "Nur"],
    ["Noer", "Nor"],
    ["Aminah", "Amina"],
    ["Syarifuddin", "Sarifudin"],
    ["Aisyah", "Aisha"],
    ["Khadijah", "Hadija"],
    ["Chandra", "Candra"],
    ["Fathimah", "Fatimah"],
    ["Wardhana", "Wardana"],
    ["Raphael", "Rafael"],
    ["Novi", "Nofi"],
    ["Zainal", "Zaenal"],
    ["Chairul", "Khoirul"],
    ["Rudy", "Rudi"],
    ["Abd", "Abdul"],
    ["Sitti", "Siti"],
    ["Aziz", "Azis"],
    ["Sa'ad", "Saad"],
    ["Iqbal", "Ikbal"],
  ])("%s is %s", (a, b) => {
    expect(soundOf(a)).toBe(soundOf(b));
  });

  it.each([
    ["Siti", "Sari"],
    ["Ahmad", "Muhammad"],
    ["Rusmiati", "Rusdiana"],
    ["Joko", "Eko"],
    ["Hasan", "Husin"],
  ])("%s is not %s", (a, b) => {
    expect(soundOf(a)).not.toBe(soundOf(b));
  });

  it("leaves titles and marks out", () => {
    expect(soundsOfName("Hj. Siti binti Ahmad (fiktif)")).toEqual(["siti", "amad"]);
    expect(soundsOfName("Bapak")).toEqual([]);
  });
});

describe("a search for a name", () => {
  it("finds it by any of its words, by a beginning, in another spelling", () => {
    expect(meets("aminah", "Siti Aminah", "exact")).toBe(true);
    expect(meets("Aminah Sitti", "Siti Aminah", "exact")).toBe(true);
    expect(meets("Rusm", "Rusmiati (fiktif)", "exact")).toBe(true);
    expect(meets("M. Noor", "Muhammad Nur", "exact")).toBe(true);
    expect(meets("Siti Rahmah", "Siti Aminah", "exact")).toBe(false);
    expect(meets("ru", "Rusmiati", "exact")).toBe(false);
  });

  const names = ["Rusmiati", "Salasiah", "Abdurrahman", "Syamsuddin", "Wahyudi", "Kartini"];
  const place = fc.tuple(fc.constantFrom(...names), fc.nat());

  it("forgives one letter that was lost, wrong or swapped with its neighbour", () => {
    fc.assert(
      fc.property(place, fc.constantFrom("lost", "wrong", "swapped"), ([name, n], what) => {
        const sound = soundOf(name);
        const at = n % (sound.length - 1);
        const typed = {
          lost: sound.slice(0, at) + sound.slice(at + 1),
          wrong: `${sound.slice(0, at)}w${sound.slice(at + 1)}`,
          swapped: `${sound.slice(0, at)}${sound[at + 1]}${sound[at]}${sound.slice(at + 2)}`,
        }[what];
        const kept = new Set(keptSpellings(name));
        const near = [typed, ...[...typed].map((_, i) => typed.slice(0, i) + typed.slice(i + 1))];
        expect(near.some((one) => kept.has(`~${one}`))).toBe(true);
      }),
    );
  });

  it.each([
    ["Rusmiti", "Rusmiati"],
    ["Rusmaiti", "Rusmiati"],
    ["Salasyah", "Salasiah"],
    ["Kartni", "Kartini"],
    ["Wahjudi", "Wahyudi"],
    ["Sukrano", "Soekarno"],
  ])("%s comes near %s", (typed, name) => {
    expect(meets(typed, name, "near") || meets(typed, name, "exact")).toBe(true);
  });

  it("takes no name for a quite different one", () => {
    for (const a of names)
      for (const b of names)
        if (a !== b) expect([a, b, meets(a, b, "near")]).toEqual([a, b, false]);
  });

  it("keeps few keys for a name", () => {
    expect(keptSpellings("Muhammad Abdurrahman Wahid").length).toBeLessThan(60);
  });
});
