import type { Database } from "@rembuk/db/client";
import { setPaperContext } from "../kernel/database-context";
import { findByNumber } from "./paper-store";
import { placeOfPaper } from "./place-queries";

/** Reads the one paper of a number, in a context that opens nothing else. */
export const checkingTransaction = async (db: Database, number: string) => {
  const found = await db.$transaction(async (tx) => {
    await setPaperContext(tx, number);
    return findByNumber(tx, number);
  });
  return found && { ...found, ...(await placeOfPaper(db, found.areaCode)) };
};
