import type { Chance } from "./chance";
import type { Region } from "./offices";

/** Every made-up person carries it, on every screen and on paper. */
export const fictional = (name: string): string => `${name} (fiktif)`;

const banjarWomen =
  "Rusmiati Salasiah Maimunah Norhayati Mahrita Arbainah Jamilah Hamsiah Rabiatul Mardiah Saniah Ruslina Masniah Lamsiah Maslina Hatmiah Suriani Wahidah Yurnani Galuh Aluh Diang";
const banjarMen =
  "Kaspul Utuh Jumri Anang Syahruni Masdar Fahrul Rahmadi Sabran Asmuni Bahrani Hairul Tamrin Kursani Badrun Ardani Zulkipli Idrus Jahrani Nurdin Ramlan Tarmiji Ganda Ayal Uria";
const banjarLast =
  "Sari Intan Hasan Rasyid Sani Rahman Aliansyah Noor Hadi Efendi Arsyad Mulia Yanti Syarif Husni Anwar Ramadan Salim Ilmi Jaya";
const javaWomen =
  "Partini Lestari Sumarni Handayani Sulastri Tumini Winarsih Rukmini Sri Suparmi Ngatini Kusmiati Yatini Sundari Murtini Endang";
const javaMen =
  "Slamet Tukiran Sugeng Suyatno Parno Sukiman Wagimin Sutejo Marsudi Jumadi Karno Widodo Harsono Samidi Prayitno Gunarto";
const javaLast =
  "Riyanto Santoso Utami Rahayu Prasetyo Widayat Lestari Nugroho Setyawan Purwanto Hartati Kuswanto Raharjo Susilo Subekti Mulyono";

const split = (text: string): readonly string[] => text.split(" ");
const parts: Record<"java" | "banjar", Record<"women" | "men" | "last", readonly string[]>> = {
  java: { women: split(javaWomen), men: split(javaMen), last: split(javaLast) },
  banjar: { women: split(banjarWomen), men: split(banjarMen), last: split(banjarLast) },
};

export interface DemoPerson {
  readonly name: string;
  readonly isWoman: boolean;
}

/** A person of the region who does not exist. */
export const drawPerson = (draw: Chance, region: Region): DemoPerson => {
  const from = parts[region === "ngawi" ? "java" : "banjar"];
  const isWoman = draw.next() < 0.5;
  const first = draw.pick(isWoman ? from.women : from.men);
  const last = draw.pick(from.last.filter((l) => l !== first));
  return { name: fictional(`${first} ${last}`), isWoman };
};

const two = (n: number): string => String(n).padStart(2, "0");

/** 9999 is no province: such a NIK is accepted in demo mode only. */
export const drawNik = (draw: Chance, person: DemoPerson): string => {
  const day = draw.between(1, 28) + (person.isWoman ? 40 : 0);
  const born = `${two(day)}${two(draw.between(1, 12))}${two(draw.between(55, 99))}`;
  return `9999${two(draw.between(1, 20))}${born}${String(draw.between(1, 9998)).padStart(4, "0")}`;
};

/** A number that no operator has given out. */
export const drawPhone = (draw: Chance): string => `0860-0000-01${two(draw.between(0, 99))}`;
