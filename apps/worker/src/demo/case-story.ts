import type { Outcome } from "@rembuk/domain/cases/model";
import type { DemoAccount, Village } from "./accounts";
import type { AskedOf, CaseAct, PlannedAct, ReferralAct, ToldBy } from "./case-act";
import type { Cast } from "./cast";
import type { CategoryFacts } from "./category-facts";
import type { Chance } from "./chance";
import { drawNik, drawPerson, drawPhone } from "./names";
import type { OfficeWatch } from "./office-time";
import type { Scenario, Words } from "./scenario";

const day = 86_400_000;
const capacities = [
  "Ketua RT",
  "Warga",
  "Warga",
  "Tokoh masyarakat",
  "Kader posyandu",
  "Ibu rumah tangga",
];
const thanks = [
  "Sudah kami periksa di lapangan dan sesuai.",
  "Warga menyatakan sudah selesai.",
  "Sudah disampaikan ke warga pada pertemuan RT.",
  null,
];
const again = "Setelah satu pekan masalahnya muncul lagi, warga meminta penanganan yang tuntas.";

const reminders = [
  "Sudah saya hubungi lewat telepon, diminta kabar sebelum akhir pekan.",
  "Bila sampai Kamis belum ada kabar, saya minta bantuan Sekcam.",
  "Desa sudah diberi tahu perkembangannya.",
  "Berkas pendukung sudah lengkap di map seksi.",
];

export interface StoryParts {
  readonly cast: Cast;
  readonly watch: OfficeWatch;
  readonly draw: Chance;
  readonly scenario: Scenario;
  readonly category: CategoryFacts;
  readonly village: Village;
  readonly words: Words;
}

/** Writes down what happens to one case, act after act, each by the person whose turn it is. */
type ReferralAnswer = Extract<ReferralAct, { type: "referral" }>["as"];

export class CaseStory {
  readonly acts: PlannedAct[] = [];
  private readonly clerk: DemoAccount;
  private readonly opener: DemoAccount;
  private target: string;

  constructor(private readonly parts: StoryParts) {
    this.clerk = parts.cast.clerk(parts.draw);
    this.opener = this.chooseOpener();
    this.target = parts.category.target;
  }

  private chooseOpener(): DemoAccount {
    const { cast, category, draw, village } = this.parts;
    const resident = cast.resident(village);
    if (resident && draw.next() < 0.35) return resident;
    if (category.isSupervisory) return this.clerk;
    return draw.next() < 0.58 ? cast.villageOfficer(village) : this.clerk;
  }

  private add(at: Date, by: DemoAccount, act: CaseAct): this {
    this.acts.push({ at, by, act });
    return this;
  }

  /** An emergency goes on within minutes, the rest on office days. */
  private after(days: number): Date {
    const { category, watch } = this.parts;
    return category.isUrgent ? watch.soon(6, 30) : watch.later(days);
  }

  open(): this {
    const { scenario, words, village, draw, watch, cast, category } = this.parts;
    const isAtDesk = this.opener === this.clerk;
    const told = !isAtDesk && draw.next() < 0.2 ? watch.evening() : watch.now;
    const onPaper = isAtDesk && !category.isUrgent && draw.next() < this.paperShare(cast);
    const spoken = draw.next() < 0.15 ? ("phone" as const) : ("desk" as const);
    const channels = { reporter: "web", "village-officer": "village" } as const;
    const own = channels[this.opener.role as keyof typeof channels];
    return this.add(onPaper ? watch.later(1) : told, this.opener, {
      type: "open",
      command: {
        villageCode: village.code,
        categoryCode: scenario.category,
        title: words(scenario.title),
        description: words(scenario.description),
        channel: own ?? (onPaper ? "paper" : spoken),
        reporter: this.opener.role === "reporter" ? null : this.reporter(),
        capturedAt: onPaper ? told : null,
      },
    });
  }

  /** Villages without signal send paper. */
  private paperShare(cast: Cast): number {
    return cast.office.region === "meratus" ? 0.35 : 0.08;
  }

  private reporter() {
    const { cast, category, draw, scenario } = this.parts;
    const person = drawPerson(draw, cast.office.region);
    const asksNik = category.kind === "welfare_request" || draw.next() < 0.3;
    return {
      name: person.name,
      phone: draw.next() < 0.75 ? drawPhone(draw) : null,
      nik: asksNik ? drawNik(draw, person) : null,
      capacity: scenario.capacity ?? draw.pick(capacities),
    };
  }

  triage(days: number): this {
    const { draw } = this.parts;
    const note = draw.next() < 0.25 ? "Sudah dikonfirmasi lewat telepon, uraian cukup." : null;
    return this.add(this.after(days), this.clerk, { type: "triage", note });
  }

  route(days: number, target?: string): this {
    const { scenario, words, category } = this.parts;
    this.target = target ?? category.target;
    const instruction = words(scenario.instruction);
    return this.add(this.after(days), this.clerk, {
      type: "route",
      target: this.target,
      instruction,
    });
  }

  /** The holder itself, or the responsible in its name. */
  private holding(at: Date): { by: DemoAccount; onBehalf: ToldBy | null } {
    const { cast, category, draw } = this.parts;
    const holder = cast.holder(this.target);
    if (holder) return { by: holder, onBehalf: null };
    return {
      by: cast.responsible(category.focalSection),
      onBehalf: cast.told(draw, this.target, at),
    };
  }

  accept(days: number): this {
    const at = this.after(days);
    const { by, onBehalf } = this.holding(at);
    return this.add(at, by, { type: "accept", onBehalf });
  }

  decline(days: number, reason: string): this {
    const at = this.parts.watch.later(days);
    const { by, onBehalf } = this.holding(at);
    return this.add(at, by, { type: "decline", reason, onBehalf });
  }

  /** Mostly for partners; now and then a word to the reporter, or one inside the kecamatan. */
  note(days: number): this {
    const { scenario, words, draw, cast, category, watch } = this.parts;
    const at = watch.later(days);
    const chosen = draw.next();
    if (chosen < 0.2 && !category.isSupervisory) {
      const by = cast.responsible(category.focalSection);
      return this.add(at, by, { type: "note", audience: "internal", body: draw.pick(reminders) });
    }
    const { by } = this.holding(at);
    const mayWriteReporter = by.role !== "subdistrict-secretary";
    const audience = chosen < 0.45 && mayWriteReporter ? "reporter" : "partner";
    const body = words(scenario.progress ?? "Sudah dijadwalkan ke lokasi, hasilnya menyusul.");
    return this.add(at, by, { type: "note", audience, body });
  }

  hold(days: number, lastsDays: number): this {
    const { scenario, words } = this.parts;
    const at = this.parts.watch.later(days);
    const hold = scenario.hold ?? {
      waitingFor: "third_party" as const,
      reason: "Menunggu jawaban tertulis dari pihak terkait.",
    };
    const until = new Date(at.getTime() + lastsDays * day);
    return this.add(at, this.holding(at).by, {
      type: "hold",
      waitingFor: hold.waitingFor,
      reason: words(hold.reason),
      until,
    });
  }

  resume(days: number): this {
    const at = this.parts.watch.later(days);
    return this.add(at, this.holding(at).by, { type: "resume" });
  }

  tasks(days: number): this {
    const at = this.parts.watch.later(days);
    return this.add(at, this.responsible(), { type: "tasks" });
  }

  refer(days: number, referrals: readonly AskedOf[]): this {
    const at = this.parts.watch.later(days);
    return this.add(at, this.responsible(), { type: "refer", referrals });
  }

  /** By the party itself; where it has no account, by the responsible in its name. */
  answerReferral(days: number, target: string, as: ReferralAnswer, words: string): this {
    const { cast, village, draw, watch } = this.parts;
    const at = watch.later(days);
    const party = target === "PEMDES" ? cast.villageOfficer(village) : cast.holder(target);
    const onBehalf = party ? null : cast.told(draw, target, at);
    const by = party ?? this.responsible();
    const dayOfWall = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    return this.add(at, by, { type: "referral", target, as, words, day: dayOfWall, onBehalf });
  }

  private responsible(): DemoAccount {
    return this.parts.cast.responsible(this.parts.category.focalSection);
  }

  resolve(days: number): this {
    const { scenario, words } = this.parts;
    const at = this.parts.watch.later(days);
    const outcome: Outcome = scenario.outcome ?? "handled";
    const [response, solution, followUp] = scenario.answer;
    const answer = [words(response), words(solution), words(followUp)] as const;
    const { by, onBehalf } = this.holding(at);
    return this.add(at, by, { type: "resolve", outcome, answer, onBehalf });
  }

  /** Who may speak for the village on it: of a secret case only who brought it. */
  private village(): DemoAccount {
    const { cast, category, village } = this.parts;
    return category.isSecret ? this.opener : cast.villageOfficer(village);
  }

  confirm(days: number): this {
    const note = this.parts.draw.pick(thanks);
    return this.add(this.parts.watch.later(days), this.village(), { type: "confirm", note });
  }

  reopen(days: number): this {
    const { scenario, words } = this.parts;
    const reason = words(scenario.reopened ?? again);
    return this.add(this.parts.watch.later(days), this.village(), { type: "reopen", reason });
  }

  close(days: number): this {
    const { category } = this.parts;
    const at = this.parts.watch.later(days);
    const by = category.isSupervisory ? this.holding(at).by : this.clerk;
    return this.add(at, by, { type: "close" });
  }
}
