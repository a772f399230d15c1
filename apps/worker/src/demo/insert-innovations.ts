import { addDays } from "@rembuk/domain/calendars/local-date";
import { instantAt, toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { ServiceContext } from "@rembuk/services/context";
import { answerRevision } from "@rembuk/services/innovations/answer-revision";
import { importProfile } from "@rembuk/services/innovations/import-profile";
import { linkCase } from "@rembuk/services/innovations/link-case";
import { moveReport } from "@rembuk/services/innovations/move-report";
import { moveStage } from "@rembuk/services/innovations/move-stage";
import { showInnovation } from "@rembuk/services/innovations/queries";
import { registerInnovation } from "@rembuk/services/innovations/register-innovation";
import { requestRevision } from "@rembuk/services/innovations/request-revision";
import { saveInnovationParts } from "@rembuk/services/innovations/save-parts";
import { saveProfile } from "@rembuk/services/innovations/save-profile";
import { actorOf, type DemoAccount } from "./accounts";
import { idOf, timedIdOf } from "./chance";
import { fictional } from "./names";
import type { Stage } from "./perform-cases";
import { aidRequests } from "./texts/aid-requests";
import { pakSotarsaProposal, pakSotarsaReport } from "./texts/pak-sotarsa";

const halong = "63.11.02";
const zone = "WITA";
const categories = [...new Set(aidRequests.map(({ category }) => category))];

/** An act of one of Halong's people, so many days before the first start. */
interface Acts {
  readonly by: (post: string, days: number) => ServiceContext;
  /** The innovation on the version that it has then. */
  readonly at: (act: string) => {
    readonly clientActionId: string;
    readonly innovationId: string;
    readonly version: number;
  };
}

const contextsOf = (stage: Stage, accounts: readonly DemoAccount[], anchor: Date) => {
  const today = toLocalDate(anchor, zone);
  let made = 0;
  return (post: string, days: number): ServiceContext => {
    const account = accounts.find((a) => a.username === `halong.${post}`);
    if (!account) throw new Error(`no account halong.${post}`);
    const at = instantAt(addDays(today, -days), 10 * 60, zone);
    const newId = () => {
      made += 1;
      return timedIdOf(at, `innovation/${made}`);
    };
    return { ...stage, actor: actorOf(account), now: () => at, newId, demo: true };
  };
};

/** SK, budget, team and a meeting, and which work of the office it is. */
const partsOf = (year: number) => ({
  decrees: [
    {
      ...{ number: "188.45/07/KEC-HLG/2022", startsOn: "2022-02-01", endsOn: null },
      subject: "Tim pelaksana dan tim jejaring inovasi PAK SOTARSA",
    },
  ],
  budget: [
    { year: year - 1, source: "APBD, DPA Kecamatan Halong", amount: 48_000_000 },
    { year, source: "APBD, DPA Kecamatan Halong", amount: 52_500_000 },
  ],
  team: [
    { name: fictional("Rusmiati Hayati"), position: "Kasi Kesejahteraan Sosial", userId: null },
    { name: fictional("Akhmad Yani Noor"), position: "TKSK", userId: null },
  ],
  meetings: [{ minutes: "Notulen rapat koordinasi per bidang 005/03", heldOn: "2022-01-12" }],
  operations: { categories, countsTrips: true },
});

const throughPipeline = async ({ by, at }: Acts, number: string | null): Promise<void> => {
  const manager = by("pengelola-inovasi", 55);
  if (number !== null) await linkCase(by("triase", 56), { ...at("link"), number });
  for (const to of ["problem", "idea", "implementation"] as const)
    await moveStage(manager, { ...at(`stage/${to}`), to });
};

/** Handed in with its kind left open, given back, answered, validated by the Sekcam, endorsed by the camat. */
const throughVerification = async (
  { by, at }: Acts,
  show: () => ReturnType<typeof showInnovation>,
) => {
  await moveReport(by("pengelola-inovasi", 40), { ...at("submit"), move: "submit" });
  await moveReport(by("sekcam", 38), { ...at("begin"), move: "begin" });
  await requestRevision(by("sekcam", 37), {
    ...at("return"),
    requests: [{ field: "kind", note: "Jenis inovasi belum ditentukan, mohon dipilih." }],
  });
  const [asked] = (await show()).revisions;
  await saveProfile(by("pengelola-inovasi", 33), {
    ...{ ...at("kind"), profile: { kind: "non-digital" } },
  });
  await answerRevision(by("pengelola-inovasi", 33), {
    ...{ ...at("answer"), revisionId: asked?.id ?? "", answer: "Dipilih: non digital." },
  });
  await moveReport(by("pengelola-inovasi", 32), { ...at("again"), move: "submit" });
  await moveReport(by("sekcam", 30), { ...at("begin-again"), move: "begin" });
  await moveReport(by("sekcam", 29), { ...at("validate"), move: "validate" });
  await moveReport(by("camat", 27), { ...at("endorse"), move: "endorse" });
};

/** PAK SOTARSA of Halong: its proposal as it was published, checked and endorsed, waiting for Bapperida. */
export const insertInnovations = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const by = contextsOf(stage, accounts, anchor);
  const manager = by("pengelola-inovasi", 60);
  const { innovationId } = await registerInnovation(manager, {
    ...{ clientActionId: idOf("innovation/register"), subdistrictCode: halong },
    name: "PAK SOTARSA (Pelayanan Kesejahteraan Sosial Antar Kedesa)",
    pasted: pakSotarsaProposal,
  });
  const show = () => showInnovation(by("pengelola-inovasi", 0), { innovationId });
  // Each act makes one version: a load that was cut off says the same again, and goes on.
  let version = 0;
  const at: Acts["at"] = (act) => {
    const seen = version;
    version += 1;
    return { clientActionId: idOf(`innovation/${act}`), innovationId, version: seen };
  };
  const pasted = pakSotarsaReport(fictional("Rusmiati Hayati"));
  await importProfile(manager, { ...at("import"), pasted });
  const parts = partsOf(Number(toLocalDate(anchor, zone).slice(0, 4)));
  await saveInnovationParts(manager, { ...at("parts"), parts });
  const idea =
    "Bantuan dan layanan sosial diantar ke desa, pada waktu dan tempat yang ditetapkan desa.";
  await saveProfile(manager, { ...at("idea"), profile: { idea } });
  const problem = await stage.db.case.findFirst({
    where: {
      ...{ subdistrictCode: halong, categoryCode: { in: categories } },
      ...{ isSecret: false, isSupervisory: false },
    },
    orderBy: { receivedAt: "asc" },
    select: { number: true },
  });
  await throughPipeline({ by, at }, problem?.number ?? null);
  await throughVerification({ by, at }, show);
};
