import type { ReactNode } from "react";

export interface ToastRequest {
  /** A fact in words: "3 kasus didisposisi." */
  title: ReactNode;
  description?: ReactNode;
  tone?: "done" | "info" | "failed";
  /** "Urungkan (10 detik)". */
  action?: { label: string; onAction: () => void };
  /** Milliseconds; 0 stays until closed. Default 10 000 with an action, else 5 000. */
  timeout?: number;
}

/** Where messages are shown once there is such a place. */
export interface ToastOutlet {
  readonly show: (id: string, toast: ToastRequest) => void;
  readonly close: (id: string) => void;
}

export interface ToastDesk {
  /** Shows a message; returns its id. Never for what must stay visible, such as being offline. */
  readonly show: (toast: ToastRequest) => string;
  readonly close: (id: string) => void;
  /** Shows in `outlet` what waits and what comes. Answers the way to end it. */
  readonly connect: (outlet: ToastOutlet) => () => void;
}

/** Takes messages from the first moment on. @param onFirst called when one has to wait for its place */
export function createToastDesk(onFirst: () => void): ToastDesk {
  const waiting = new Map<string, ToastRequest>();
  let outlet: ToastOutlet | null = null;
  let count = 0;
  return {
    show: (toast) => {
      count += 1;
      const id = `message-${count}`;
      if (outlet) outlet.show(id, toast);
      else {
        waiting.set(id, toast);
        onFirst();
      }
      return id;
    },
    close: (id) => {
      waiting.delete(id);
      outlet?.close(id);
    },
    connect: (place) => {
      outlet = place;
      for (const [id, toast] of waiting) place.show(id, toast);
      waiting.clear();
      return () => {
        if (outlet === place) outlet = null;
      };
    },
  };
}
