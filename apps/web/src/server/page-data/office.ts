import "server-only";
import { searchAreas } from "@rembuk/services/areas/queries";
import { connections } from "@/server/database";

/** A kecamatan by its code, with its name; null where there is none. */
export const officeOf = async (
  code: string,
): Promise<{ readonly code: string; readonly name: string } | null> => {
  const [found] = await searchAreas(connections(), { text: code, under: "", level: 3, limit: 1 });
  return found ? { code: found.code, name: found.name } : null;
};
