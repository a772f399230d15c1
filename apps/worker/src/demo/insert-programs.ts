import type { Database } from "@rembuk/db/client";
import type { DemoAccount } from "./accounts";
import { idOf } from "./chance";
import { demoOffices } from "./offices";

/** Programs that each kecamatan of the demonstration works with. */
const activePrograms = [
  ...["PKH", "SEMBAKO", "PBI_JK", "PBI_DAERAH", "BPJSTK_RENTAN", "PIP"],
  ...["RTLH", "BSPS", "BLT_DD", "CBP_BERAS", "ATENSI", "PERMAKANAN"],
] as const;

interface DemoCycle {
  readonly program: (typeof activePrograms)[number];
  readonly name: string;
  /** Days before and after the first start. */
  readonly from: number;
  readonly to: number;
  readonly quota: number | null;
  readonly benefit: string;
}

const cycles: readonly DemoCycle[] = [
  {
    ...{ program: "CBP_BERAS", name: "Alokasi beras tahap terakhir", from: -30, to: 40 },
    ...{ quota: 60, benefit: "20 kg beras" },
  },
  {
    ...{ program: "CBP_BERAS", name: "Alokasi beras sebelumnya", from: -150, to: -90 },
    ...{ quota: 55, benefit: "20 kg beras" },
  },
  {
    ...{ program: "BLT_DD", name: "Triwulan berjalan", from: -50, to: 40 },
    ...{ quota: 24, benefit: "Rp900.000 untuk tiga bulan" },
  },
  {
    ...{ program: "RTLH", name: "Usulan tahun depan", from: -20, to: 120 },
    ...{ quota: 6, benefit: "1 unit rumah" },
  },
  {
    ...{ program: "PBI_DAERAH", name: "Usulan bulan ini", from: -15, to: 15 },
    ...{ quota: null, benefit: "Iuran kelas III" },
  },
];

/** Twelve programs in use in each kecamatan, and a few of their cycles around the first start. */
export const insertPrograms = async (
  db: Database,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const masters = await db.aidProgram.findMany({ where: { code: { in: [...activePrograms] } } });
  const day = (offset: number) => new Date(anchor.getTime() + offset * 86_400_000);
  for (const { prefix, subdistrictCode } of demoOffices) {
    const admin = accounts.find((a) => a.username === `${prefix}.admin`);
    if (!admin) throw new Error(`nobody configures ${prefix}`);
    const by = { subdistrictCode, savedById: admin.userId, savedAt: day(-200) };
    await db.aidProgramVersion.createMany({
      data: masters.map(({ code, content }) => ({
        ...by,
        ...{ programCode: code, version: 1, isActive: true, content: content ?? {} },
      })),
      skipDuplicates: true,
    });
    await db.aidCycle.createMany({
      data: cycles.map(({ program, from, to, ...cycle }, at) => ({
        ...by,
        ...cycle,
        ...{ id: idOf(`cycle/${prefix}/${at}`), programCode: program },
        ...{ startsOn: day(from), endsOn: day(to) },
      })),
      skipDuplicates: true,
    });
  }
};
