import { describe, expect, it } from "vitest";
import { rankMatches } from "./text-match";

const options = [
  { value: "PEMDES", label: "Pemerintah desa/kelurahan Murung Abuin" },
  { value: "DINSOS", label: "Dinas Sosial", note: "bantuan, PKH" },
];
const found = (text: string) => rankMatches(options, text).map((one) => one.value);

describe("names found while typing", () => {
  it.each([
    ["Pemerintah desa/kelurahan Murung Abuin", ["PEMDES"]],
    ["kelurahan", ["PEMDES"]],
    ["dinas pkh", ["DINSOS"]],
    ["desa/xyz", []],
    ["", ["PEMDES", "DINSOS"]],
  ])("%s", (text, values) => {
    expect(found(text)).toEqual(values);
  });
});
