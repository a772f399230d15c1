import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessCategory, guessVillage, reportFromChat } from "./chat-report";
import { LONGEST_CHAT, parseChat, sendersOf } from "./whatsapp-chat";

const said = {
  at: "2026-11-21T10:15",
  sender: "Siti Rahmah",
  text: "Titian putus",
  media: 0,
  files: [],
};

describe("the first line of a message", () => {
  it.each([
    ["iPhone, Indonesian", "[21/11/26 10.15.03] Siti Rahmah: Titian putus"],
    ["iPhone, comma", "[21/11/26, 10.15.03] Siti Rahmah: Titian putus"],
    ["iPhone, English", "[21/11/2026, 10:15:03\u202fAM] Siti Rahmah: Titian putus"],
    ["iPhone, marks", "\u200e[21/11/26 10.15] \u200eSiti Rahmah: \u200eTitian putus"],
    ["Android, Indonesian", "21/11/26 10.15 - Siti Rahmah: Titian putus"],
    ["Android, comma", "21/11/26, 10:15 - Siti Rahmah: Titian putus"],
    ["Android, long year", "21/11/2026, 10.15 - Siti Rahmah: Titian putus"],
    ["Android, pukul", "21/11/26 pukul 10.15 - Siti Rahmah: Titian putus"],
    ["Android, am", "21/11/26, 10:15 am - Siti Rahmah: Titian putus"],
    ["American", "11/21/26, 10:15 AM - Siti Rahmah: Titian putus"],
    ["with dots", "21.11.26, 10:15 - Siti Rahmah: Titian putus"],
    ["with dashes", "21-11-2026 10:15 - Siti Rahmah: Titian putus"],
    ["year first", "2026-11-21, 10:15 - Siti Rahmah: Titian putus"],
    ["copied from the web", "[10.15, 21/11/2026] Siti Rahmah: Titian putus"],
    ["copied from the desktop", "[10:15 AM, 11/21/2026] Siti Rahmah: Titian putus"],
    ["not in the contacts", "21/11/26 10.15 - ~ Siti Rahmah: Titian putus"],
    ["edited", "21/11/26 10.15 - Siti Rahmah: Titian putus <Pesan ini diedit>"],
  ])("of %s", (_, line) => {
    expect(parseChat(line)).toEqual([said]);
  });

  it("in the afternoon, at noon and at midnight", () => {
    const at = (time: string) => parseChat(`[21/11/26, ${time}] A: x`)[0]?.at.slice(11);
    expect(["3:05 PM", "12:05 PM", "12:05 AM", "15.05"].map(at)).toEqual([
      "15:05",
      "12:05",
      "00:05",
      "15:05",
    ]);
  });

  it("is day before month, unless the chat can only mean the other", () => {
    const first = (chat: string) => parseChat(chat)[0]?.at.slice(0, 10);
    expect(first("03/04/26 10.15 - A: x")).toBe("2026-04-03");
    expect(first("03/04/26 10.15 - A: x\n03/25/26 10.15 - A: y")).toBe("2026-03-04");
  });

  it.each(["31/02/26 10.15 - A: x", "21/11/26 25.15 - A: x", "21/13/26 10.99 - A: x"])(
    "that cannot be is no message: %s",
    (line) => {
      expect(parseChat(line)).toEqual([]);
    },
  );
});

describe("what follows", () => {
  it("belongs to the message before it, colons and dates in it too", () => {
    const chat = `21/11/26 10.15 - Siti: Titian putus.
Alamat: RT 2
Sejak 19/11/26

Terima kasih
21/11/26 10.16 - Loket: Baik.`;
    expect(parseChat(chat).map(({ text }) => text)).toEqual([
      "Titian putus.\nAlamat: RT 2\nSejak 19/11/26\n\nTerima kasih",
      "Baik.",
    ]);
  });

  it.each([
    "<Media tidak disertakan>",
    "<Media omitted>",
    "gambar tidak disertakan",
    "image omitted",
    "video omitted",
    "IMG-20261121-WA0004.jpg (file terlampir)",
    "IMG-20261121-WA0004.jpg (file attached)",
    "<terlampir: 00000012-PHOTO-2026-11-21-10-15-03.jpg>",
    "<attached: 00000012-PHOTO-2026-11-21-10-15-03.jpg>",
    "Surat.pdf tidak disertakan",
  ])("is a photo or file: %s", (line) => {
    expect(parseChat(`21/11/26 10.15 - Siti: ${line}\nTitian putus`)).toMatchObject([
      { text: "Titian putus", media: 1 },
    ]);
  });

  it.each([
    ["IMG-20261121-WA0004.jpg (file terlampir)", ["IMG-20261121-WA0004.jpg"]],
    ["IMG-20261121-WA0004.jpg (file attached)", ["IMG-20261121-WA0004.jpg"]],
    ["\u200e<terlampir: 00000012-PHOTO-2026-11-21.jpg>", ["00000012-PHOTO-2026-11-21.jpg"]],
    ["<Media tidak disertakan>", []],
    ["gambar tidak disertakan", []],
  ])("is named where an export brings it along: %s", (line, files) => {
    const chat = `21/11/26 10.15 - Siti: ${line}\n21/11/26 10.16 - Loket: lain.jpg (file terlampir)`;
    const offered = { villages: [], categoryCodes: [] };
    expect(reportFromChat(parseChat(chat), "Siti", offered)).toMatchObject({ media: 1, files });
  });

  it.each([
    "21/11/26 10.15 - Pesan dan panggilan terenkripsi secara end-to-end.",
    "21/11/26 10.15 - Siti: Pesan ini dihapus",
    "21/11/26 10.15 - Siti: This message was deleted",
    "Hanya teks tanpa waktu",
    "",
  ])("is nobody's word: %s", (chat) => {
    expect(parseChat(chat)).toEqual([]);
  });
});

describe("any text", () => {
  it("is read without an error, and never tells more than it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        for (const message of parseChat(`21/11/26 10.15 - A: ${text}`)) {
          expect(message.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
          expect(message.sender).not.toBe("");
        }
      }),
    );
  });

  it("of great length is read quickly", () => {
    const began = performance.now();
    for (const piece of ["[1/1/26 ", "1/1/26 1.1 - a", "x.jpg ", "<attached: ", "\u200e ", "a:"]) {
      parseChat(piece.repeat(LONGEST_CHAT / piece.length));
      parseChat(`21/11/26 10.15 - A: x\n${piece}\n`.repeat(4_000));
    }
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

const villages = [
  { code: "63.11.07.2009", name: "Murung Abuin" },
  { code: "63.11.07.2006", name: "Lingsir" },
  { code: "63.11.07.2099", name: "Lingsir Hulu" },
];

describe("a guess", () => {
  it.each([
    ["Titian di RT 2 Lingsir putus", "63.11.07.2006"],
    ["saya warga LINGSIR HULU, pak", "63.11.07.2099"],
    ["dari murung abuin.", "63.11.07.2009"],
    ["Lingsir dan Murung Abuin", null],
    ["Lingsiran", null],
    ["", null],
  ])("of the village in %j", (text, code) => {
    expect(guessVillage(text, villages)).toBe(code);
  });

  it.each([
    ["Jalan ke jembatan putus", "PUB-ROAD"],
    ["SPJ kami ditolak Siskeudes", "VIL-FIN"],
    ["banjir, rumah terendam", "DIS-EVENT"],
    ["saya sedang berjalan", null],
    ["listrik padam dan jalan berlubang, aspal rusak, jembatan", "PUB-ROAD"],
    ["sampah dan listrik", null],
    ["halo", null],
  ])("of the category in %j", (text, code) => {
    const offered = ["PUB-ROAD", "VIL-FIN", "DIS-EVENT", "PUB-POWER", "ENV-WASTE", "OTHER"];
    expect(guessCategory(text, offered)).toBe(code);
  });
});

describe("a case from a chat", () => {
  const chat = `20/11/26 19.40 - Pesan dan panggilan terenkripsi secara end-to-end.
20/11/26 19.41 - +62 860-0000-0177: Assalamualaikum
20/11/26 19.42 - Loket Kecamatan: Waalaikumsalam, ada yang bisa dibantu?
20/11/26 19.44 - +62 860-0000-0177: Titian di Murung Abuin putus,
anak-anak memutar jalan.
20/11/26 19.45 - +62 860-0000-0177: <Media tidak disertakan>`;

  it("holds what its teller wrote, when, and the number", () => {
    const messages = parseChat(chat);
    const [teller = ""] = sendersOf(messages);
    const offered = { villages, categoryCodes: ["PUB-ROAD", "ENV-WASTE"] };
    expect(reportFromChat(messages, teller, offered)).toEqual({
      name: "",
      phone: "+62 860-0000-0177",
      story: "Assalamualaikum\nTitian di Murung Abuin putus,\nanak-anak memutar jalan.",
      heardAt: "2026-11-20T19:41",
      villageCode: "63.11.07.2009",
      categoryCode: "PUB-ROAD",
      media: 1,
      files: [],
    });
    expect(reportFromChat(messages, "Loket Kecamatan", offered)).toMatchObject({
      name: "Loket Kecamatan",
      phone: "",
      villageCode: null,
    });
  });
});
