import type { Transaction } from "@rembuk/db/client";
import { letterNumber } from "@rembuk/domain/letters/numbering";
import { officeDate } from "@rembuk/domain/letters/office-date";
import { findOffice } from "../areas/queries";
import type { ServiceContext } from "../context";
import { findSetting } from "./setting-store";
import { takeSerial } from "./store";

export interface TakenNumber {
  readonly number: string;
  readonly year: number;
  readonly serial: number;
}

/**
 * The next number of the office's register: gapless per office and year. Last of all in a use case:
 * whoever takes a number holds up the office's other letters.
 */
export const takeLetterNumber = async (
  tx: Transaction,
  ctx: ServiceContext,
  subdistrictCode: string,
): Promise<TakenNumber> => {
  const office = await findOffice(ctx.db, subdistrictCode);
  const { year, month } = officeDate(ctx.now(), office?.zone ?? "WIB");
  const { numberFormat } = await findSetting(tx, subdistrictCode);
  const serial = await takeSerial(tx, subdistrictCode, year);
  const code = office?.letters ?? "";
  return { number: letterNumber(numberFormat, { serial, year, month, code }), year, serial };
};
