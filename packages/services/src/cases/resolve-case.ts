import type { ResolveCaseCommand } from "@rembuk/domain/cases/commands";
import { decideResolve } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { behalfNote, type Changed, changeCase } from "./change-case";

/** Answers the case: an outcome and tanggapan, solusi, tindak lanjut. Then the village confirms. */
export const resolveCase = (ctx: ServiceContext, command: ResolveCaseCommand): Promise<Changed> =>
  changeCase(ctx, "resolve", command, ({ kase, onBehalf }) => {
    const note = behalfNote(ctx, onBehalf, command.onBehalf);
    const answer = {
      response: command.response,
      solution: command.solution,
      followUp: command.followUp,
    };
    const act = {
      outcome: command.outcome,
      answer,
      onBehalf,
      ...(note ? { noteId: note.id } : {}),
    };
    return { ...decideResolve(kase, act, ctx.now()), notes: note ? [note] : [] };
  });
