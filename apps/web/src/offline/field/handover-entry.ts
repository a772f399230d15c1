import { type HandoverBody, handoverBody } from "@rembuk/domain/handovers/commands";
import {
  handsOver,
  type ProxyRelation,
  type RecordedOutcome,
} from "@rembuk/domain/handovers/model";
import type { TripPackage } from "@rembuk/services/handovers/package-queries";
import { fromBase64 } from "../seal";
import type { Captured, TakenEvidence } from "./field-outbox";

export type PackagedLine = TripPackage["lines"][number];

/** What stands in the form; kept as a draft under the PIN until it is sealed. */
export interface HandoverEntry {
  readonly outcome: RecordedOutcome;
  readonly quantity: string;
  readonly receiver: "self" | "proxy";
  readonly proxyName: string;
  readonly relation: ProxyRelation | "";
  readonly nik: string;
  /** Of somebody who stands on no line. */
  readonly personName: string;
  readonly nikMissing: "not-issued" | "lost" | "not-recorded" | "";
  readonly goodsId: string;
  readonly stopId: string;
  readonly witnessName: string;
  readonly witnessPosition: string;
  readonly note: string;
  readonly place: HandoverBody["place"];
  /** JPEG and PNG, base64 */
  readonly photo: string | null;
  readonly signature: string | null;
}
export type HandoverField =
  | "quantity"
  | "proxyName"
  | "relation"
  | "nik"
  | "personName"
  | "goodsId"
  | "proof";

/** Whom it is about, or null: somebody who stands on no line. */
export interface HandoverSubject {
  readonly trip: TripPackage;
  readonly line: PackagedLine | null;
  /** Of a counter-record. */
  readonly correctsId: string | null;
  /** What the typed NIK came to; null: none was typed. */
  readonly nikMatches: boolean | null;
}

export const emptyEntry = (
  trip: TripPackage,
  line: PackagedLine | null,
  stopId: string,
): HandoverEntry => ({
  ...{ outcome: "delivered", quantity: String(line?.quantity ?? 1), receiver: "self" },
  ...{ proxyName: "", relation: "", nik: "", personName: "", nikMissing: "" },
  goodsId: line?.goodsId ?? trip.goods[0]?.id ?? "",
  stopId: line?.stopId ?? stopId,
  ...{ witnessName: "", witnessPosition: "", note: "", place: null, photo: null, signature: null },
});

const isNik = (text: string): boolean => /^\d{16}$/.test(text);
const digits = (text: string): string => text.replace(/[\s.-]/g, "");

const problemsOf = (entry: HandoverEntry, { line }: HandoverSubject): readonly HandoverField[] => {
  const gives = handsOver(entry.outcome);
  const units = Number(entry.quantity);
  const isUnits = /^\d+$/.test(entry.quantity) && units > 0;
  const fits =
    !line || (entry.outcome === "partial" ? units < line.quantity : units === line.quantity);
  const nik = digits(entry.nik);
  const needsNik = line === null && entry.nikMissing === "";
  return [
    ...(gives && !(isUnits && fits) ? (["quantity"] as const) : []),
    ...(line === null && entry.personName.trim() === "" ? (["personName"] as const) : []),
    ...((needsNik ? !isNik(nik) : nik !== "" && !isNik(nik)) ? (["nik"] as const) : []),
    ...(line === null && entry.goodsId === "" ? (["goodsId"] as const) : []),
    ...(gives && entry.receiver === "proxy" && entry.proxyName.trim().length < 2
      ? (["proxyName"] as const)
      : []),
    ...(gives && entry.receiver === "proxy" && entry.relation === ""
      ? (["relation"] as const)
      : []),
    ...(gives && !entry.photo && !entry.signature ? (["proof"] as const) : []),
  ];
};

const receiverOf = (entry: HandoverEntry): HandoverBody["receiver"] => {
  if (!handsOver(entry.outcome)) return null;
  if (entry.receiver === "self") return { kind: "self" };
  return { kind: "proxy", name: entry.proxyName, relation: entry.relation || "other_family" };
};

const takenOf = ({ photo, signature }: HandoverEntry): readonly TakenEvidence[] => [
  ...(photo ? [{ kind: "photo" as const, bytes: fromBase64(photo) }] : []),
  ...(signature ? [{ kind: "signature" as const, bytes: fromBase64(signature) }] : []),
];

const personOf = (entry: HandoverEntry, { line }: HandoverSubject): HandoverBody["person"] => {
  if (line) return null;
  const nik = entry.nikMissing === "" ? digits(entry.nik) : null;
  return { name: entry.personName, nik, nikMissing: entry.nikMissing || null };
};

const bodyOf = (entry: HandoverEntry, subject: HandoverSubject): unknown => {
  const { trip, line, correctsId, nikMatches } = subject;
  const witness = entry.witnessName.trim();
  return {
    ...{ tripId: trip.tripId, stopId: entry.stopId, lineId: line?.id ?? null },
    ...{ goodsId: entry.goodsId || null, person: personOf(entry, subject), correctsId },
    ...{ outcome: entry.outcome, receiver: receiverOf(entry), nikMatches },
    quantity: handsOver(entry.outcome) ? Number(entry.quantity) : 0,
    ...{ place: entry.place, note: entry.note, evidence: [] },
    witness: witness.length > 1 ? { name: witness, position: entry.witnessPosition } : null,
  };
};

/** What to capture, by the schema the server reads it with, or the fields that do not fit. */
export function readHandover(
  entry: HandoverEntry,
  subject: HandoverSubject,
): { readonly captured: Captured } | { readonly problems: readonly HandoverField[] } {
  const problems = problemsOf(entry, subject);
  if (problems.length > 0) return { problems };
  const read = handoverBody.safeParse(bodyOf(entry, subject));
  if (!read.success) return { problems: ["proof"] };
  const { evidence: _, ...body } = read.data;
  const { line, correctsId } = subject;
  return {
    captured: {
      body,
      taken: takenOf(entry),
      label: {
        ...{ lineId: line?.id ?? null, name: line?.name ?? entry.personName.trim() },
        ...{ outcome: body.outcome, goodsId: body.goodsId, quantity: body.quantity, correctsId },
        isProxy: body.receiver?.kind === "proxy",
      },
      draftOf: draftKey(line),
    },
  };
}

/** Under which a draft is kept: the line, or the one newcomer that is being written down. */
export const draftKey = (line: PackagedLine | null): string => line?.id ?? "newcomer";
