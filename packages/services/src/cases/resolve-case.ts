import type { ResolveCaseCommand } from "@rembuk/domain/cases/commands";
import { decideResolve } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { behalfNote, type Changed, changeCase, type Decide } from "./change-case";

type Words = Omit<ResolveCaseCommand, "clientActionId" | "caseId" | "version">;

/** How an answer is decided, for the act and for its preview. */
export const resolveDecision =
  (ctx: ServiceContext, command: Words): Decide =>
  ({ kase, onBehalf }) => {
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
  };

/** Answers the case: an outcome and tanggapan, solusi, tindak lanjut. Then the village confirms. */
export const resolveCase = (ctx: ServiceContext, command: ResolveCaseCommand): Promise<Changed> =>
  changeCase(ctx, "resolve", command, resolveDecision(ctx, command));
