import type { DomainEvent } from "../kernel/event";

/** What is decided about retention: counts and months, never a case. */
export interface RetentionEventPayloads {
  "retention.rule-set": { classification: string; months: number; version: number };
  "retention.proposed": { runId: string; counted: number };
  "retention.approved": { runId: string };
  "retention.refused": { runId: string };
  "retention.carried-out": { runId: string };
}
export type RetentionEventType = keyof RetentionEventPayloads;

export const retentionEvent = <T extends RetentionEventType>(
  type: T,
  subdistrictCode: string,
  payload: RetentionEventPayloads[T],
): DomainEvent<T, RetentionEventPayloads[T]> => ({
  type,
  subject: `retention/${subdistrictCode}`,
  subdistrictCode,
  payload,
});
