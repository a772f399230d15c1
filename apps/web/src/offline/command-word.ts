import type { SealedCommand } from "@rembuk/domain/staff/sealing";

/** Words of each thing that a phone records, under `offline.command` and `handovers.quarantine.acts`. */
export const commandWord = {
  "cases.open": "casesOpen",
  "trips.open-case": "casesOpen",
  "cases.confirm": "casesConfirm",
  "cases.reopen": "casesReopen",
  "cases.relay": "casesRelay",
  "referrals.accept": "referralsAccept",
  "referrals.decline": "referralsDecline",
  "referrals.finish": "referralsFinish",
} as const satisfies Record<SealedCommand, string>;
