import { describe, expect, it } from "vitest";
import { whatsappHref } from "./relay-text";

describe("the address that opens WhatsApp", () => {
  it("holds the text whole and no number of a phone", () => {
    const text = "Laporan PRS-2026-0397-K sekarang: Proses & cek di https://x.invalid/lacak?";
    const url = new URL(whatsappHref(text));
    expect([url.host, url.pathname]).toEqual(["wa.me", "/"]);
    expect([...url.searchParams]).toEqual([["text", text]]);
  });
});
