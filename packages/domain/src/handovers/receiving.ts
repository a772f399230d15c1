import {
  type Handover,
  type HandoverLine,
  type HeldReason,
  handsOver,
  isCounting,
  type ReceivedHandover,
  type TripStanding,
} from "./model";
import { exceedsGoods } from "./standing";

/** already: this very record was received before. */
export type HandoverAnswer = "kept" | "held" | "already";

export interface Receiving {
  readonly answers: readonly { readonly id: string; readonly answer: HandoverAnswer }[];
  /** Every handover of the trip afterwards, in the order of the server. */
  readonly handovers: readonly ReceivedHandover[];
}

interface Verdict {
  readonly because: HeldReason | null;
  readonly againstId: string | null;
}
const keep: Verdict = { because: null, againstId: null };
const hold = (because: HeldReason, againstId: string | null = null): Verdict => ({
  ...{ because, againstId },
});

const isEnd = ({ outcome }: Handover): boolean => outcome === "deceased" || outcome === "moved";

/** A second record about one line of the manifest: the rest of a part, a second try, or a contradiction. */
const judgeLine = (
  arriving: Handover,
  line: HandoverLine,
  standing: readonly ReceivedHandover[],
): Verdict => {
  const own = standing.filter((one) => one.lineId === line.id && isCounting(one));
  const served = own.filter(({ outcome }) => handsOver(outcome));
  const handed = served.reduce((all, { quantity }) => all + quantity, 0);
  const last = served.at(-1);
  if (last && !handsOver(arriving.outcome)) return hold("contradicts", last.id);
  if (last && handed + arriving.quantity > line.quantity) return hold("served-twice", last.id);
  const end = own.filter(isEnd).at(-1);
  if (end && arriving.outcome !== end.outcome) return hold("contradicts", end.id);
  return keep;
};

/** One NIK, once on the manifest and once beside it, or twice beside it: the same goods twice. */
const judgePerson = (arriving: Handover, standing: readonly ReceivedHandover[]): Verdict => {
  if (arriving.personKey === null || !handsOver(arriving.outcome)) return keep;
  const same = standing.find(
    (one) =>
      isCounting(one) &&
      handsOver(one.outcome) &&
      one.personKey === arriving.personKey &&
      one.goodsId === arriving.goodsId &&
      (one.lineId === null || arriving.lineId === null),
  );
  return same ? hold("served-twice", same.id) : keep;
};

/** May this counter-record stand in the place of what it names? */
const judgeCorrection = (
  arriving: Handover,
  standing: TripStanding,
  before: readonly ReceivedHandover[],
): Verdict => {
  if (arriving.correctsId === null) return keep;
  const target = before.find(({ id }) => id === arriving.correctsId);
  if (!target) return hold("corrects-unknown");
  if (target.state === "corrected") return hold("corrected-twice", target.id);
  const mayCorrect =
    target.recordedById === arriving.recordedById ||
    standing.leadIds.includes(arriving.recordedById);
  return mayCorrect ? keep : hold("not-own", target.id);
};

const withoutTarget = (
  { correctsId }: Handover,
  handovers: readonly ReceivedHandover[],
): readonly ReceivedHandover[] =>
  correctsId === null
    ? handovers
    : handovers.map((one) => (one.id === correctsId ? { ...one, state: "corrected" } : one));

const judge = (
  standing: TripStanding,
  before: readonly ReceivedHandover[],
  arriving: Handover,
): Verdict => {
  const line = standing.lines.find(({ id }) => id === arriving.lineId);
  if (standing.isClosed) return hold("trip-closed");
  if (arriving.lineId !== null && !line) return hold("line-unknown");
  const correction = judgeCorrection(arriving, standing, before);
  if (correction.because) return correction;
  const rest = withoutTarget(arriving, before);
  if (arriving.outcome === "void") return keep;
  if (line && !line.isOpen) return hold("entitlement-changed");
  const twice = line ? judgeLine(arriving, line, rest) : keep;
  if (twice.because) return twice;
  const person = judgePerson(arriving, rest);
  if (person.because) return person;
  const counted = [
    ...rest,
    { ...arriving, state: "synced" as const, heldBecause: null, againstId: null },
  ];
  return exceedsGoods(standing, counted) ? hold("goods-exceeded") : keep;
};

const receiveOne = (
  standing: TripStanding,
  before: readonly ReceivedHandover[],
  arriving: Handover,
): readonly ReceivedHandover[] => {
  const { because, againstId } = judge(standing, before, arriving);
  if (because) return [...before, { ...arriving, state: "held", heldBecause: because, againstId }];
  return [
    ...withoutTarget(arriving, before),
    { ...arriving, state: "synced", heldBecause: null, againstId: null },
  ];
};

/**
 * Records of a phone meet what the server holds, one after the other. What came first counts; what does
 * not fit is held for a person; nothing is thrown away, and a record that is known changes nothing.
 */
export const receive = (standing: TripStanding, arriving: readonly Handover[]): Receiving => {
  let handovers = standing.handovers;
  const answers = arriving.map(({ id }, at) => {
    const known = handovers.some((one) => one.id === id);
    if (known) return { id, answer: "already" as const };
    handovers = receiveOne(standing, handovers, arriving[at] as Handover);
    const isHeld = handovers.at(-1)?.state === "held";
    return { id, answer: isHeld ? ("held" as const) : ("kept" as const) };
  });
  return { answers, handovers };
};
