"use client";

import { createContext, type ReactNode, use, useState } from "react";
import { createLater, useLater } from "./later";
import { createToastDesk, type ToastDesk } from "./toast-desk";

const region = createLater(() => import("./toast-region").then(({ ToastRegion }) => ToastRegion));

const Desk = createContext<ToastDesk | null>(null);

/** Wrap the application once; then `useToast()` anywhere below. */
export function ToastProvider({
  children,
  closeLabel,
  regionLabel,
}: {
  children: ReactNode;
  closeLabel: string;
  /** Name of the landmark that holds the messages. */
  regionLabel: string;
}) {
  const [desk] = useState(() => createToastDesk(region.ask));
  const Region = useLater(region);
  return (
    <Desk value={desk}>
      {children}
      {Region ? <Region desk={desk} closeLabel={closeLabel} regionLabel={regionLabel} /> : null}
    </Desk>
  );
}

/** Shows messages and takes them back. */
export function useToast(): Pick<ToastDesk, "show" | "close"> {
  const desk = use(Desk);
  if (!desk) throw new Error("useToast stands below ToastProvider");
  return desk;
}
