/**
 * Something that happened, as the timeline, the audit and the outbox keep it.
 * `payload` holds ids and codes only: events are never erased, personal data must be erasable.
 */
export interface DomainEvent<Type extends string = string, Payload = Record<string, unknown>> {
  readonly type: Type;
  /** `case/<uuid>`, `user/<uuid>`: what it happened to. */
  readonly subject: string;
  readonly subdistrictCode: string | null;
  readonly payload: Payload;
}
