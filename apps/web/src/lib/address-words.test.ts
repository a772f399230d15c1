import { expect, it } from "vitest";
import { addressWith } from "./address-words";

const address = "http://kantor.test/antrean?tampilan=terbuka&status=received#isi";

it("changes and takes away what is named, and leaves the rest", () => {
  expect(addressWith(address, { status: null, desa: "63.11.07.2009" })).toBe(
    "/antrean?tampilan=terbuka&desa=63.11.07.2009#isi",
  );
});

it("lists stay readable, and what would end a word does not", () => {
  expect(addressWith(address, { status: "received,triaged", cari: "jalan & parit" })).toBe(
    "/antrean?tampilan=terbuka&status=received,triaged&cari=jalan+%26+parit#isi",
  );
});
