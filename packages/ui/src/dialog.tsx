"use client";

import type { DialogProps } from "./dialog-props";
import { atRest, createLater, useWanted } from "./later";

const frame = createLater(() => import("./dialog-frame").then(({ DialogFrame }) => DialogFrame));

// Whoever may open a window has it ready: keys that follow its letter are meant for it.
if (typeof window !== "undefined") atRest(frame.ask);

/** A modal dialog; on a narrow screen it stands on the lower edge, near the thumb. */
export function Dialog(props: DialogProps) {
  const Frame = useWanted(frame, props.open);
  return Frame ? <Frame {...props} /> : null;
}
