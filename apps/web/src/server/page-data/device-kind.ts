import "server-only";
import { headers } from "next/headers";

/** Whether a phone asks: by the hint that browsers give of it, else by the name they go by. */
export async function isPhone(): Promise<boolean> {
  const asked = await headers();
  const hint = asked.get("sec-ch-ua-mobile");
  return hint === null ? /\bMobi/.test(asked.get("user-agent") ?? "") : hint === "?1";
}
