import type { Agreement, Side, Signature } from "./model";
import { sides } from "./model";

/** Both sides stand behind it. */
export const isAgreed = (agreement: Agreement): boolean =>
  sides.every((side) => agreement[side] !== null);

/** Why a side cannot agree: it has, or the same person agreed for the other one. */
export const agreementObstacle = (
  agreement: Agreement,
  side: Side,
  userId: string,
): "not-now" | "same-person" | null => {
  if (agreement[side] !== null) return "not-now";
  const other = agreement[side === "coach" ? "office" : "coach"];
  return other?.userId === userId ? "same-person" : null;
};

export const withSignature = (
  agreement: Agreement,
  side: Side,
  signature: Signature,
): Agreement => ({ ...agreement, [side]: signature });
