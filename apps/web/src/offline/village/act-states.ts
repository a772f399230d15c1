import type { SealedCommand } from "@rembuk/domain/staff/sealing";
import type { DeviceContent } from "../use-device";

/** What this phone recorded about a case or referral, and whether it arrived. */
export interface ActState {
  readonly command: SealedCommand;
  readonly isSent: boolean;
}

/** By what an act is about; what was sent before the cases were taken is in them already. */
export const actStates = (
  { records, sent }: Pick<DeviceContent, "records" | "sent">,
  takenAt: Date,
): ReadonlyMap<string, ActState> => {
  const gone = sent.filter(({ sentAt }) => sentAt >= takenAt);
  const all = [
    ...gone.map(({ about, command }) => [about, { command, isSent: true }] as const),
    ...records.map(({ about, command }) => [about, { command, isSent: false }] as const),
  ];
  return new Map(all.flatMap(([about, state]) => (about ? [[about, state] as const] : [])));
};
