import { checkImport } from "./check-import";
import { type ImportWork, readOnce } from "./import-work";
import { deleteImportedCases, isWorkedOn } from "./imported-case-store";
import { readRegister } from "./read-register";
import { loadGround, takeBatch } from "./take-batch";

/** Of a register what is taken over; the sheet itself is let go. */
const register = readOnce(async (ctx, row) => {
  const { ready, calendar } = await readRegister(ctx, row);
  return { ready, calendar };
});

/** An office's register: each row a case. */
export const registerImport: ImportWork = {
  check: checkImport,
  async open(ctx, row) {
    const { ready, calendar } = await register(ctx, row);
    const left = ready.filter((one) => one.row.row > row.lastRow);
    const ground = { ...(await loadGround(ctx, row, left)), calendar };
    return {
      sizes: left.map(() => 1),
      async take(from, to, mark) {
        const rows = left.slice(from, to);
        const isTaken = await takeBatch(ctx, row, ground, { rows, ...mark });
        return isTaken ? (rows.at(-1)?.row.row ?? mark.after) : null;
      },
    };
  },
  isWorkedOn,
  remove: deleteImportedCases,
};
