import { expect, it } from "vitest";
import { maskName, maskNik, maskPhone } from "./masking";

it.each([
  ["Siti Aminah", "Siti A***"],
  ["  Siti   Aminah Binti Ahmad ", "Siti A***"],
  ["Salasiah", "Sala***"],
  ["Rusmiati (fiktif)", "Rusm***"],
  ["Salmah", "Sal***"],
  ["Budi", "Bu***"],
  ["A", "A***"],
  ["", "***"],
])("%j is shown as %j", (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

it("leaves the first and last four digits of a NIK, or none", () => {
  expect(maskNik("9999011704860412")).toBe("9999••••••••0412");
  expect(maskNik("99990117")).toBe("••••••••••••••••");
});

it("leaves operator and two digits of a phone number, or none", () => {
  expect(maskPhone("+6286000000112")).toBe("0860-••••-••12");
  expect(maskPhone("0812")).toBe("••••••••");
});
