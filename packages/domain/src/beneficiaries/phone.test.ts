import { expect, it } from "vitest";
import { formatPhone, isDemoPhone, parsePhone } from "./phone";

it.each([
  ["0812-3456-7890", "+6281234567890"],
  ["+62 812 3456 7890", "+6281234567890"],
  ["62 (0)812.3456.7890", "+6281234567890"],
  ["0062812 3456 7890", "+6281234567890"],
  ["81234567890", "+6281234567890"],
  ["0811 234 567", "+62811234567"],
  ["(0526) 21001", "+6252621001"],
  ["0860-0000-0112", "+6286000000112"],
])("%s is stored as %s", (text, phone) => {
  expect(parsePhone(text)).toEqual({ ok: true, phone });
});

it.each([
  ["", "PHONE_FORMAT"],
  ["belum punya", "PHONE_FORMAT"],
  ["080012345678", "PHONE_FORMAT"],
  ["112", "PHONE_FORMAT"],
  ["21001234", "PHONE_FORMAT"],
  ["+60123456789", "PHONE_FOREIGN"],
  ["0060123456789", "PHONE_FOREIGN"],
  ["08123", "PHONE_LENGTH"],
  ["0812345678901234", "PHONE_LENGTH"],
])("%j is refused: %s", (text, error) => {
  expect(parsePhone(text)).toEqual({ ok: false, error });
});

it("is written in groups, and a demonstration number is known as one", () => {
  const real = parsePhone("081234567890");
  const fictional = parsePhone("0860 0000 0199");
  if (!real.ok || !fictional.ok) throw new Error("both are numbers");
  expect(formatPhone(real.phone)).toBe("0812-3456-7890");
  expect(isDemoPhone(real.phone)).toBe(false);
  expect(isDemoPhone(fictional.phone)).toBe(true);
});
