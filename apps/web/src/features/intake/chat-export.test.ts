import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { asPhoto, type ChatExport, readChatExport } from "./chat-export";
import { listZip, unpack } from "./zip-entries";

const words = (text: string) => new TextEncoder().encode(text);
const jpeg = (size = 200) => {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};
const chat = `21/11/26 10.15 - Siti: Titian putus
21/11/26 10.16 - Siti: IMG-1.jpg (file terlampir)
21/11/26 10.17 - Loket: IMG-2.jpg (file terlampir)
21/11/26 10.18 - Siti: VID-1.mp4 (file terlampir)`;
const archive = (files: Record<string, Uint8Array>, level: 0 | 6 = 6) =>
  new File([zipSync(files, { level }) as Uint8Array<ArrayBuffer>], "chat.zip");
const read = async (files: Record<string, Uint8Array>, level: 0 | 6 = 6) =>
  (await readChatExport(archive(files, level))) as ChatExport;

describe("an exported chat", () => {
  it.each([0, 6] as const)(
    "brings its text and the photos that it names, packed by %i",
    async (level) => {
      const found = await read(
        {
          "Chat WhatsApp dengan Siti.txt": words(chat),
          "IMG-1.jpg": jpeg(),
          "IMG-2.jpg": jpeg(300),
          "IMG-9.jpg": jpeg(),
          "VID-1.mp4": new Uint8Array(5_000),
        },
        level,
      );
      expect(found.text).toBe(chat);
      expect([...found.photos].map(([name, file]) => [name, file.type, file.size])).toEqual([
        ["IMG-1.jpg", "image/jpeg", 200],
        ["IMG-2.jpg", "image/jpeg", 300],
      ]);
      expect(found.leftOut).toBe(0);
    },
  );

  it("of an iPhone lies beside other texts, in a folder", async () => {
    const found = await read({ "c/_chat.txt": words(chat), "c/catatan.txt": words("x") });
    expect(found.text).toBe(chat);
    expect(found.photos.size).toBe(0);
  });

  it("leaves out what only calls itself a photo", async () => {
    const found = await read({
      ...{ "_chat.txt": words(chat), "IMG-1.jpg": words("<svg onload=alert(1)>") },
      "IMG-2.jpg": words("PK\u0003\u0004"),
    });
    expect([found.photos.size, found.leftOut]).toEqual([0, 2]);
  });

  it("keeps the newest part of a chat of years", async () => {
    const line = "21/11/26 10.15 - Siti: Titian putus lagi, mohon bantuannya\n";
    const { text } = await read({ "_chat.txt": words(line.repeat(5_000) + chat) });
    expect(text.length).toBeLessThanOrEqual(200_000);
    expect(text.endsWith(chat)).toBe(true);
    expect(text.startsWith("21/11/26")).toBe(true);
  });
});

describe("an archive that is none, or means harm", () => {
  it("says so", async () => {
    expect(await readChatExport(new File([words("halo")], "a.zip"))).toBe("not-zip");
    expect(await readChatExport(new File([], "a.zip"))).toBe("not-zip");
    expect(await readChatExport(archive({ "a.txt": words("x"), "b.txt": words("y") }))).toBe(
      "no-chat",
    );
    const whole = new Uint8Array(await archive({ "_chat.txt": words(chat) }).arrayBuffer());
    for (const keep of [10, whole.length - 30, whole.length - 1]) {
      expect(await readChatExport(new File([whole.slice(0, keep)], "a.zip"))).toBe("not-zip");
    }
  });

  it("is not blown up: a bomb of a text and of a photo stop at their limits", async () => {
    const zeros = new Uint8Array(20 * 1_048_576);
    expect(await readChatExport(archive({ "_chat.txt": zeros }))).toBe("not-zip");
    const photo = zeros;
    photo.set([0xff, 0xd8, 0xff]);
    const found = await read({ "_chat.txt": words(chat), "IMG-1.jpg": photo, "IMG-2.jpg": jpeg() });
    expect([...found.photos.keys()]).toEqual(["IMG-2.jpg"]);
    expect(found.leftOut).toBe(1);
  });

  it("lies about its sizes in vain, and with thousands of names is not looked through", async () => {
    const file = archive({ "_chat.txt": words(chat.repeat(400)) });
    const [entry] = await listZip(file);
    if (!entry) throw new Error("no entry");
    await expect(unpack(file, entry, 1_000)).rejects.toThrow(/larger/);
    await expect(unpack(file, { ...entry, offset: 7 }, 1_000_000)).rejects.toThrow(/not there/);
    await expect(unpack(file, { ...entry, method: 9 }, 1_000_000)).rejects.toThrow(/another way/);
    const many = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, at) => [`${at}.txt`, new Uint8Array(0)]),
    );
    expect(await readChatExport(archive(many, 0))).toBe("not-zip");
  });

  it("takes a photograph by its first bytes, and none that is too large", async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
    expect((await asPhoto(new Blob([png]), "a.jpg"))?.type).toBe("image/png");
    expect(await asPhoto(new Blob([words("%PDF-1.7")]), "a.jpg")).toBeNull();
    expect(await asPhoto(new Blob([jpeg(16 * 1_048_576)]), "a.jpg")).toBeNull();
  });
});
