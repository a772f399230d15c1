import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { Access, Signal } from "@rembuk/domain/trips/village-facts";
import { systemContext } from "@rembuk/services/system-context";
import { saveVillageFacts } from "@rembuk/services/trips/save-village-facts";
import { actorOf, type DemoAccount } from "./accounts";
import { idOf } from "./chance";
import type { Stage } from "./perform-cases";

type Row = readonly [code: string, hours: number, signal: Signal, access: Access, rainy: Access];

/** Sample values: how far some villages of Halong are. Of the others nobody has written it down. */
const rows: readonly Row[] = [
  ["2001", 0.5, "data", "car", "car"],
  ["2002", 0.5, "data", "car", "car"],
  ["2003", 0.75, "2g", "car", "motorcycle"],
  ["2005", 0.25, "data", "car", "car"],
  ["2008", 1, "2g", "car", "motorcycle"],
  ["2010", 1.5, "sms", "motorcycle", "foot"],
  ["2011", 1.25, "2g", "car", "motorcycle"],
  ["2014", 2, "none", "motorcycle", "foot"],
  ["2016", 1.75, "sms", "motorcycle", "foot"],
  ["2017", 0.75, "data", "car", "car"],
  ["2019", 2.5, "none", "motorcycle", "foot"],
  ["2020", 3.5, "none", "foot", "cut"],
  ["2023", 2.25, "none", "motorcycle", "foot"],
  ["2026", 3, "none", "foot", "cut"],
];

/** What the desk of Halong has written down of its villages. */
export const insertVillageFacts = async (
  stage: Stage,
  accounts: readonly DemoAccount[],
  anchor: Date,
): Promise<void> => {
  const account = accounts.find((a) => a.username === "halong.triase");
  if (!account) throw new Error("no account halong.triase");
  const now = () => new Date(anchor.getTime() - 18 * 86_400_000);
  const ctx = { ...systemContext({ ...stage, demo: true, now }), actor: actorOf(account) };
  const source = `Contoh, dicatat ${toLocalDate(now(), "WITA")}`;
  for (const [code, hoursToOffice, signal, access, rainyAccess] of rows) {
    if (access === "cut") continue;
    await saveVillageFacts(ctx, {
      ...{ clientActionId: idOf(`village-facts/${code}`), villageCode: `63.11.02.${code}` },
      ...{ version: 0, hoursToOffice, signal, access, rainyAccess, source },
    });
  }
};
