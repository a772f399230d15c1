"use client";

import { useEffect, useState } from "react";
import { askToKeepPage } from "./keep-request";

/**
 * True once the service worker keeps this very page; asked each time it is opened with network.
 * @param fetchFirst what the page loads only when it is asked for, and must have without network too
 */
export function useKeptPage(path: string, fetchFirst?: () => Promise<void>): boolean {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    let gone = false;
    const keep = async () => {
      await fetchFirst?.().catch(() => undefined);
      return askToKeepPage(path);
    };
    keep().then((kept) => gone || setKept(kept));
    return () => {
      gone = true;
    };
  }, [path, fetchFirst]);
  return isKept;
}
