import type { ActOnEnrollmentCommand } from "@rembuk/domain/aid/commands";
import type { EnrollmentAct } from "@rembuk/domain/aid/enrolling";
import { nominateResident } from "@rembuk/services/aid/nominate-resident";
import { settleEnrollment } from "@rembuk/services/aid/settle-enrollment";
import type { ServiceContext } from "@rembuk/services/context";
import { systemContext } from "@rembuk/services/system-context";
import { actorOf, type DemoAccount, type Village } from "./accounts";
import { idOf } from "./chance";
import { familyName } from "./families";
import { type DemoOffice, demoOffices } from "./offices";
import type { Stage } from "./perform-cases";

export interface DemoEnrollment {
  readonly program: string;
  readonly ground: string;
  readonly acts: readonly EnrollmentAct[];
}

/** One in each state, by the family in this place of its kecamatan's list. */
const enrollments: readonly DemoEnrollment[] = [
  { program: "PKH", ground: "Dua anak masih sekolah, ayah buruh harian.", acts: [] },
  { program: "CBP_BERAS", ground: "Belum pernah menerima, panen gagal.", acts: [] },
  { program: "RTLH", ground: "Atap bocor dan lantai tanah.", acts: ["verify"] },
  {
    ...{ program: "PBI_DAERAH", ground: "Iuran tidak terbayar sejak berhenti bekerja." },
    acts: ["verify", "recommend"],
  },
  {
    ...{ program: "PKH", ground: "Ibu hamil dan anak balita." },
    acts: ["verify", "recommend", "record"],
  },
  {
    ...{ program: "SEMBAKO", ground: "Penghasilan tidak tetap." },
    acts: ["verify", "recommend", "record"],
  },
  { program: "ATENSI", ground: "Memerlukan alat bantu jalan.", acts: ["refuse"] },
  { program: "BLT_DD", ground: "Kehilangan mata pencaharian.", acts: ["verify"] },
  {
    ...{ program: "CBP_BERAS", ground: "Menumpang di rumah saudara." },
    acts: ["verify", "recommend", "record", "stop"],
  },
];

const wordsOf: Readonly<Record<EnrollmentAct, string>> = {
  verify: "Dikunjungi bersama aparat desa, keadaan sesuai usulan.",
  refuse: "Sudah menerima bantuan serupa dari kabupaten.",
  recommend: "Layak diusulkan, dokumen dilengkapi menyusul.",
  approve: "Ditetapkan dalam musyawarah desa khusus.",
  record: "Penetapan diterima dari pengelola program.",
  stop: "Keluarga pindah ke kabupaten lain.",
};

const doerOf: Readonly<Record<EnrollmentAct, string>> = {
  ...{ verify: "kasi-kessos", refuse: "kasi-kessos", recommend: "camat", record: "triase" },
  ...{ stop: "triase", approve: "kades" },
};

export interface Scene {
  readonly stage: Stage;
  readonly office: DemoOffice;
  readonly anchor: Date;
  readonly find: (fits: (a: DemoAccount) => boolean) => DemoAccount;
}

export const contextOf = ({ stage, anchor }: Scene, account: DemoAccount, daysAgo: number) => {
  const now = () => new Date(anchor.getTime() - daysAgo * 86_400_000);
  const ctx: ServiceContext = { ...systemContext({ ...stage, demo: true, now }) };
  return { ...ctx, actor: actorOf(account) };
};

const commandOf = (
  act: EnrollmentAct,
  on: { clientActionId: string; enrollmentId: string; version: number },
  happenedOn: string,
): ActOnEnrollmentCommand => {
  const told = { ...on, words: wordsOf[act] };
  if (act === "verify") return { ...told, act, happenedOn };
  if (act === "record") return { ...told, act, happenedOn, letterNumber: "SK-CONTOH/2026" };
  return { ...told, act };
};

export const performOne = async (
  scene: Scene,
  { program, ground, acts }: DemoEnrollment,
  of: { readonly at: number; readonly village: Village; readonly approver?: DemoAccount },
): Promise<void> => {
  const { office, anchor, find } = scene;
  const family = familyName(office, of.at);
  const key = `${family}/${program}`;
  const officer = find((a) => a.role === "village-officer" && a.areaCode === of.village.code);
  const { enrollmentId } = await nominateResident(contextOf(scene, officer, 14), {
    ...{ clientActionId: idOf(`${key}/nominate`), programCode: program, ground },
    ...{ residentId: idOf(`${family}/0`), documentsSeen: ["KTP", "KK"] },
    ...{ musdesNumber: `140/${of.at + 1}/BA-MUSDES`, musdesOn: null },
  });
  for (const [version, act] of acts.entries()) {
    const doer =
      of.approver && act === "approve"
        ? of.approver
        : find((a) => a.username === `${office.prefix}.${doerOf[act]}`);
    const day = new Date(anchor.getTime() - (10 - version) * 86_400_000);
    const on = { clientActionId: idOf(`${key}/${act}`), enrollmentId, version };
    const command = commandOf(act, on, day.toISOString().slice(0, 10));
    await settleEnrollment(contextOf(scene, doer, 9 - version), command);
  }
};

/** A few enrolments in each state, by the people whose work it is. */
export const insertEnrollments = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  villages: ReadonlyMap<string, readonly Village[]>,
  anchor: Date,
): Promise<void> => {
  const find = (fits: (a: DemoAccount) => boolean): DemoAccount => {
    const found = accounts.find(fits);
    if (!found) throw new Error("nobody does this in the demonstration");
    return found;
  };
  for (const office of demoOffices) {
    const scene: Scene = { stage, office, anchor, find };
    const places = villages.get(office.subdistrictCode) ?? [];
    const villageAt = (at: number): Village => {
      const village = places[at % places.length];
      if (!village) throw new Error(`no village of ${office.prefix}`);
      return village;
    };
    for (const [at, one] of enrollments.entries())
      await performOne(scene, one, { at, village: villageAt(at) });
    const head = find(
      (a) => a.role === "village-head" && a.areaCode.startsWith(office.subdistrictCode),
    );
    const own = places.findIndex((village) => village.code === head.areaCode);
    // The next family of the village: the first one of it may be in the list above.
    const at = own + places.length;
    const approved = {
      ...{ program: "BLT_DD", ground: "Lansia tunggal tanpa penghasilan." },
      acts: ["verify", "approve"] as const,
    };
    await performOne(scene, approved, { at, village: villageAt(at), approver: head });
  }
};
