import type { NikMissing, Relation } from "@rembuk/domain/beneficiaries/model";
import type { Sex } from "@rembuk/domain/beneficiaries/nik";
import { type LocalDate, localDate } from "@rembuk/domain/calendars/local-date";
import type { NewFamily } from "@rembuk/services/beneficiaries/add-families";
import type { Village } from "./accounts";
import { type Chance, chance, idOf, timedIdOf } from "./chance";
import { drawPerson, drawPhone } from "./names";
import type { DemoOffice } from "./offices";

type Member = NewFamily["members"][number];

const two = (n: number): string => String(n).padStart(2, "0");

interface Drawn {
  readonly relation: Relation;
  readonly born: LocalDate;
  readonly sex: Sex;
  readonly name: string;
}

/** 9999 is no province; the serial counts within the installation, so that none comes twice. */
const nikOf = ({ born, sex }: Drawn, serial: number): string => {
  const day = Number(born.slice(8)) + (sex === "female" ? 40 : 0);
  const area = two(1 + Math.floor(serial / 9_000));
  return `9999${area}${two(day)}${born.slice(5, 7)}${born.slice(2, 4)}${String(1 + (serial % 9_000)).padStart(4, "0")}`;
};

const bornAged = (draw: Chance, anchor: Date, from: number, to: number): LocalDate => {
  const year = anchor.getUTCFullYear() - draw.between(from, to) - 1;
  return localDate(`${year}-${two(draw.between(1, 12))}-${two(draw.between(1, 28))}`);
};

const drawOne = (
  draw: Chance,
  office: DemoOffice,
  wanted: { readonly relation: Relation; readonly born: LocalDate; readonly sex?: Sex },
): Drawn => {
  let person = drawPerson(draw, office.region);
  while (wanted.sex && person.isWoman !== (wanted.sex === "female"))
    person = drawPerson(draw, office.region);
  return { ...wanted, name: person.name, sex: person.isWoman ? "female" : "male" };
};

/** A family as there are many: a couple or an elder alone, children, now and then a grandparent. */
const drawMembers = (draw: Chance, office: DemoOffice, anchor: Date): readonly Drawn[] => {
  const aged = (from: number, to: number) => bornAged(draw, anchor, from, to);
  if (draw.next() < 0.16) return [drawOne(draw, office, { relation: "head", born: aged(62, 84) })];
  const head = drawOne(draw, office, { relation: "head", born: aged(26, 58) });
  const other: Sex = head.sex === "female" ? "male" : "female";
  const spouse = drawOne(draw, office, { relation: "spouse", born: aged(24, 56), sex: other });
  const hasSpouse = draw.next() < 0.82;
  const children = Array.from({ length: draw.between(0, 3) }, () =>
    drawOne(draw, office, { relation: "child", born: aged(1, 19) }),
  );
  const elder = drawOne(draw, office, { relation: "parent", born: aged(66, 86) });
  const hasElder = draw.next() < 0.15;
  return [head, ...(hasSpouse ? [spouse] : []), ...children, ...(hasElder ? [elder] : [])];
};

const missingOf = (draw: Chance, { relation }: Drawn): NikMissing | null => {
  const chanceOf = relation === "child" ? 0.12 : 0.03;
  if (draw.next() >= chanceOf) return null;
  return relation === "child" ? "not-issued" : draw.pick(["lost", "not-recorded"] as const);
};

const toMember = (draw: Chance, drawn: Drawn, name: string, serial: number): Member => {
  const nikMissing = missingOf(draw, drawn);
  // A clerk's slip in the date of birth: the NIK says another one.
  const told = draw.next() < 0.02 ? localDate(`${drawn.born.slice(0, 8)}01`) : drawn.born;
  return {
    id: idOf(name),
    ...{ name: drawn.name, relation: drawn.relation, sex: drawn.sex, birthDate: told },
    nik: nikMissing ? null : nikOf(drawn, serial),
    nikMissing,
    phone: drawn.relation === "head" && draw.next() < 0.6 ? drawPhone(draw) : null,
    aliases: [],
  };
};

const hamlets = ["Tabuan", "Hulu", "Hilir", "Tengah", ""] as const;
/** What the ids of a family and of its members are made of: the head is `<name>/0`. */
export const familyName = (office: DemoOffice, at: number): string =>
  `family/${office.prefix}/${at}`;

const familiesPerOffice = 100;
const placesPerFamily = 8;

export interface VillageFamilies {
  readonly village: Village;
  readonly families: readonly NewFamily[];
}

/** About a hundred families of a kecamatan, spread over its villages; the same ones each time. */
export const demoFamilies = (
  office: DemoOffice,
  villages: readonly Village[],
  anchor: Date,
): readonly VillageFamilies[] => {
  const draw = chance(`families/${office.prefix}`);
  const first = ["parsel", "halong", "paron"].indexOf(office.prefix) * familiesPerOffice;
  const family = (at: number): NewFamily => {
    const name = familyName(office, at);
    const serial = (first + at) * placesPerFamily;
    const card = `9999${two(draw.between(1, 20))}${two(draw.between(1, 28))}${two(draw.between(1, 12))}${two(draw.between(12, 24))}`;
    return {
      householdId: timedIdOf(
        new Date(anchor.getTime() - (familiesPerOffice - at) * 3_600_000),
        name,
      ),
      familyCardNumber:
        draw.next() < 0.92 ? `${card}${String(first + at + 1).padStart(4, "0")}` : null,
      ...{ hamlet: draw.pick(hamlets), rt: String(draw.between(1, 6)), rw: "", address: "" },
      members: drawMembers(draw, office, anchor).map((one, place) =>
        toMember(draw, one, `${name}/${place}`, serial + place),
      ),
    };
  };
  const all = Array.from({ length: familiesPerOffice }, (_, at) => family(at));
  return villages.map((village, place) => ({
    village,
    families: all.filter((_, at) => at % villages.length === place),
  }));
};
