import type { HoldReason, Outcome } from "@rembuk/domain/cases/model";
import type { Chance } from "./chance";
import type { Region } from "./offices";

/**
 * A matter as villages bring it. Texts may hold {tempat} (RT or dusun), {rt}, {desa}, {sedikit} (3-9),
 * {banyak} (12-48) and {jam}; the same case fills them with the same words.
 */
export interface Scenario {
  readonly category: string;
  readonly title: string;
  readonly description: string;
  /** What the desk asks of whom it is routed to. */
  readonly instruction: string;
  /** What the holder notes while at work. */
  readonly progress?: string;
  readonly outcome?: Outcome;
  /** Tanggapan, solusi, tindak lanjut. */
  readonly answer: readonly [response: string, solution: string, followUp: string];
  /** Where it is plausible; everywhere unless said. */
  readonly regions?: readonly Region[];
  /** Months in which it happens (1-12); any unless said. */
  readonly months?: readonly number[];
  /** Whom the desk took it for at first, and why they returned it. */
  readonly misroute?: { readonly to: string; readonly reason: string };
  readonly hold?: { readonly waitingFor: HoldReason; readonly reason: string };
  /** Why the village was not content with the first answer. */
  readonly reopened?: string;
  /** Capacity of who brings it: "Ketua RT". */
  readonly capacity?: string;
}

const hamlets = ["Krajan", "Kidul", "Lor", "Wetan", "Tengah"];

const two = (n: number): string => String(n).padStart(2, "0");

/** The words that one case puts into its texts. */
export const wordsFor = (draw: Chance, region: Region, village: string) => {
  const rt = `RT ${two(draw.between(1, region === "ngawi" ? 12 : 7))}`;
  const words: Record<string, string> = {
    rt,
    tempat: region === "ngawi" ? `${rt} Dusun ${draw.pick(hamlets)}` : rt,
    desa: village,
    sedikit: String(draw.between(3, 9)),
    banyak: String(draw.between(12, 48)),
    jam: `${two(draw.between(19, 23))}.${draw.pick(["00", "15", "30", "45"])}`,
  };
  return (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = words[name];
      if (word === undefined) throw new Error(`no word for {${name}}`);
      return word;
    });
};
export type Words = ReturnType<typeof wordsFor>;
