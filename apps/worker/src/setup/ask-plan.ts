import { createInterface } from "node:readline/promises";
import type { Database } from "@rembuk/db/client";
import { usernameSchema } from "@rembuk/domain/staff/commands";
import type { InstallationInput } from "@rembuk/domain/staff/installation";
import { searchAreas } from "@rembuk/services/areas/queries";

/** Asks one question on the terminal. */
export type Ask = (question: string) => Promise<string>;
export type Say = (line: string) => void;
type Office = InstallationInput["subdistricts"][number];

interface Rule {
  readonly fallback?: string;
  /** What is wrong with an answer; empty when it will do. */
  readonly check?: (answer: string) => string;
}

/** Asks until the answer will do; Enter takes what stands in brackets. */
const askUntil = async (ask: Ask, say: Say, question: string, rule: Rule = {}): Promise<string> => {
  const { fallback, check = (a) => (a ? "" : "perlu diisi") } = rule;
  for (;;) {
    const typed = (await ask(`${question}${fallback ? ` [${fallback}]` : ""}: `)).trim();
    const answer = typed || fallback || "";
    const wrong = check(answer);
    if (!wrong) return answer;
    say(`  ${wrong}`);
  }
};

const anything = () => "";

/** Letters of "Paringin Selatan": PRS, as an offer only. */
export const offerLetters = (name: string): string => {
  const parts = name
    .toUpperCase()
    .replace(/[^A-Z ]/g, "")
    .split(/ +/)
    .filter(Boolean);
  const [first = "", ...rest] = parts;
  const consonants = first.slice(1).replace(/[AEIOU]/g, "");
  const letters = first.slice(0, 1) + consonants + rest.map((part) => part[0]).join("");
  return rest.length > 0
    ? first.slice(0, 1) +
        consonants.slice(0, 1) +
        rest
          .map((part) => part[0])
          .join("")
          .slice(0, 3)
    : letters.slice(0, 3).padEnd(2, "X");
};

/** Names may be typed, codes are kept: what is found is shown with its code. */
const chooseArea = async (
  db: Database,
  ask: Ask,
  say: Say,
  what: string,
  under: string,
  level: number,
) => {
  for (;;) {
    const text = await askUntil(ask, say, `${what} (nama atau kode)`);
    const found = await searchAreas({ db }, { text, under, level, limit: 9 });
    const exact = found.find((a) => a.code === text);
    const [only] = found;
    if (exact || (only && found.length === 1)) return exact ?? only ?? null;
    if (found.length === 0) say("  tidak ditemukan");
    for (const area of found) say(`  ${area.code}  ${area.name}, ${area.within}`);
    if (found.length > 1) say("  ketik kodenya");
  }
};

const askOffice = async (
  ask: Ask,
  say: Say,
  area: { code: string; name: string },
): Promise<Office> => {
  const to = (question: string, rule?: Rule) => askUntil(ask, say, question, rule);
  const isLetters = (a: string) => (/^[A-Z]{2,5}$/.test(a) ? "" : "dua sampai lima huruf besar");
  const letters = await to("  Huruf nomor kasus", {
    fallback: offerLetters(area.name),
    check: isLetters,
  });
  const deskName = await to("  Nama loket", { fallback: `Loket Kecamatan ${area.name}` });
  const address = await to("  Alamat kantor");
  const phone = await to("  Telepon kantor");
  const openingHours = await to("  Jam buka", {
    fallback: "Senin sampai Jumat, 08.00 sampai 16.30",
  });
  return { code: area.code, letters, deskName, address, phone, openingHours };
};

const askAdministrator = async (
  ask: Ask,
  say: Say,
): Promise<InstallationInput["administrator"]> => {
  const to = (question: string, rule?: Rule) => askUntil(ask, say, question, rule);
  const isName = (a: string) =>
    usernameSchema.safeParse(a).success ? "" : "huruf kecil dan angka, tiga sampai empat puluh";
  const username = await to("Nama masuk administrator", { fallback: "admin", check: isName });
  const displayName = await to("Nama lengkap");
  const email = await to("Surel (kabar kegagalan dikirim ke sana; boleh kosong)", {
    check: anything,
  });
  return { username, displayName, ...(email ? { email } : {}) };
};

/** The plan of an installation, asked on the terminal. */
export const askPlan = async (db: Database, ask: Ask, say: Say): Promise<InstallationInput> => {
  say("Rembuk: pemasangan baru tanpa data contoh. Enter menerima isi dalam kurung siku.\n");
  const isHttps = (a: string) =>
    a.startsWith("https://") && URL.canParse(a) ? "" : "alamat https:// yang lengkap";
  const publicUrl = await askUntil(ask, say, "Alamat Rembuk untuk orang", { check: isHttps });
  const regency = await chooseArea(db, ask, say, "Kabupaten atau kota", "", 2);
  const subdistricts: Office[] = [];
  for (;;) {
    const area = await chooseArea(db, ask, say, "Kecamatan", regency?.code ?? "", 3);
    if (area) subdistricts.push(await askOffice(ask, say, area));
    const more = await askUntil(ask, say, "Kecamatan lain? (y/t)", { fallback: "t" });
    if (!more.toLowerCase().startsWith("y")) break;
  }
  say("\nKantor setiap bidang dicatat tanpa akun; akunnya diberikan kemudian di layar Pengguna.");
  return { publicUrl, subdistricts, administrator: await askAdministrator(ask, say) };
};

/** Questions on this terminal. @throws when there is none: unattended use gives a file */
export const terminalAsk = (): { readonly ask: Ask; close(): void } => {
  if (!process.stdin.isTTY) {
    throw new Error("no terminal to ask on; give the answers with --from FILE");
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  return { ask: (question) => terminal.question(question), close: () => terminal.close() };
};
