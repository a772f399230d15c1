import { describe, expect, it } from "vitest";
import { areaTitle } from "./area-name";

describe("the name of an area", () => {
  it.each([
    ["63", "Kalimantan Selatan", "Kalimantan Selatan"],
    ["63.11", "Kabupaten Balangan", "Kabupaten Balangan"],
    ["63.11.07", "Paringin Selatan", "Kec. Paringin Selatan"],
    ["63.11.07.2009", "Murung Abuin", "Murung Abuin"],
    ["63.11.07.1001", "Batu Piring", "Batu Piring (kel.)"],
  ])("%s is %s with its kind", (code, name, title) => {
    expect(areaTitle({ code, name })).toBe(title);
  });
});
