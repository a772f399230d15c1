import { listCasesInput } from "@rembuk/domain/cases/commands";
import { describe, expect, it } from "vitest";
import { firstQuestion } from "./first-sight";
import { readAddress, readLook } from "./queue-address";
import { orderOf, queueInput } from "./queue-view";
import { groupOf, readingOf } from "./row-groups";

describe("the first rows of a list, drawn by the server", () => {
  it.each([
    {},
    { tampilan: "terbuka" },
    { tampilan: "semua", urut: "terbaru" },
    { tampilan: "giliran", status: "received,triaged", desa: "63.11.07.2009" },
    { petugas: "saya", tenggat: "late", kelompok: "tanpa" },
    { tampilan: ["lewat", "semua"], umur: "nonsens" },
  ])("are of the list that the page will read: %o", (address) => {
    const question = firstQuestion(address);
    const words = Object.fromEntries(
      Object.entries(address).map(([name, word]) => [name, Array.isArray(word) ? word[0] : word]),
    );
    const { filters } = readAddress(words);
    const by = groupOf(readLook(words).look, orderOf(filters));
    expect(question?.of).toBe(readingOf(queueInput(filters), by));
    expect(question?.isByDue).toBe(by === "due");
    expect(listCasesInput.parse(question?.input)).toEqual(question?.input);
  });

  it.each([{ cari: "jembatan" }, { kelompok: "desa" }, { kelompok: "bidang", tampilan: "semua" }])(
    "are not drawn for a search or under headings that are counted: %o",
    (address) => {
      expect(firstQuestion(address)).toBeNull();
    },
  );
});
