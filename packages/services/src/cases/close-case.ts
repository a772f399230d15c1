import type { CloseCaseCommand } from "@rembuk/domain/cases/commands";
import { decideClose } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";

/** Closes what nobody answered within the window, or a supervisory case once it is resolved. */
export const closeCase = (ctx: ServiceContext, command: CloseCaseCommand): Promise<Changed> =>
  changeCase(ctx, "close", command, ({ kase }) =>
    decideClose(kase, { bySystem: false }, ctx.now()),
  );
