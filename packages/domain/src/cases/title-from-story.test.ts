import { describe, expect, it } from "vitest";
import { titleFromStory } from "./title-from-story";

describe("the title of a story", () => {
  it("is the first sentence without its full stop", () => {
    expect(titleFromStory("SPJ tahap II ditolak. Minta pendampingan.")).toBe(
      "SPJ tahap II ditolak",
    );
  });

  it("keeps numbers and times whole", () => {
    expect(titleFromStory("Honor Rp1.500.000 belum dibayar sejak pukul 08.00 Senin.")).toBe(
      "Honor Rp1.500.000 belum dibayar sejak pukul 08.00 Senin",
    );
  });

  it("ends a long sentence after a whole word", () => {
    const title = titleFromStory(`Talud ${"retak sepanjang jalan desa ".repeat(8)}`);
    expect(title.length).toBeLessThanOrEqual(91);
    expect(title).toMatch(/\p{L}…$/u);
  });

  it("is empty for an empty story", () => {
    expect(titleFromStory(" \n ")).toBe("");
  });
});
