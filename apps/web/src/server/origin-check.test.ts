import { describe, expect, it } from "vitest";
import { isFormContent, isOwnOrigin } from "./origin-check";

const own = "https://rembuk.example";
const forged: Record<string, string>[] = [
  {},
  { origin: "" },
  { origin: "null" },
  { origin: "nonsense" },
  { origin: "http://rembuk.example" },
  { origin: "https://rembuk.example.evil.example" },
  { origin: "https://evil.example" },
  { origin: "https://evil.example", host: "evil.example" },
  { origin: "https://rembuk.example:8443" },
  { origin: "https://sub.rembuk.example" },
  { origin: "https://rembuk.example@evil.example" },
  { origin: own, "sec-fetch-site": "cross-site" },
  { origin: own, "sec-fetch-site": "same-site" },
];

describe("the origin of a change", () => {
  it("accepts our own pages", () => {
    expect(isOwnOrigin(new Headers({ origin: own, "sec-fetch-site": "same-origin" }), own)).toBe(
      true,
    );
  });

  it("accepts the typed address where there is no TLS", () => {
    const headers = new Headers({ origin: "http://localhost:3000", host: "localhost:3000" });
    expect(isOwnOrigin(headers, "http://127.0.0.1:3000")).toBe(true);
  });

  it.each(forged.map((headers) => [JSON.stringify(headers), headers] as const))(
    "refuses %s",
    (_name, headers) => {
      expect(isOwnOrigin(new Headers(headers), own)).toBe(false);
    },
  );

  it.each([
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "",
  ])("knows '%s' as a form", (type) => {
    expect(isFormContent(new Headers(type ? { "content-type": type } : {}))).toBe(true);
  });
});
