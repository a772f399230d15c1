/** Beyond this the two clocks do not tell the same time, and whoever reads is told. */
export const skewNoticedMs = 5 * 60_000;

export interface DeviceTimes {
  /** As the phone's clock said when it was recorded. */
  readonly capturedAt: Date;
  /** As the phone's clock said when it was sent. */
  readonly sentAt: Date;
  /** The server's own. */
  readonly receivedAt: Date;
}

export interface ReadClock {
  /** How far the phone's clock is ahead of the server's, in ms. */
  readonly skewMs: number;
  readonly isSkewed: boolean;
  /** When it was recorded, by the server's clock, as far as the phone's can be trusted; never after it came. */
  readonly happenedAt: Date;
}

/** Both times are kept, the order is the server's; a clock that is wrong is seen, not believed. */
export const readDeviceClock = ({ capturedAt, sentAt, receivedAt }: DeviceTimes): ReadClock => {
  const skewMs = sentAt.getTime() - receivedAt.getTime();
  const happened = Math.min(capturedAt.getTime() - skewMs, receivedAt.getTime());
  const isAfterSending = capturedAt.getTime() - sentAt.getTime() > skewNoticedMs;
  return {
    skewMs,
    isSkewed: Math.abs(skewMs) > skewNoticedMs || isAfterSending,
    happenedAt: new Date(happened),
  };
};
