import type { Transaction } from "@rembuk/db/client";
import type { AreaTemplate } from "@rembuk/domain/cases/message-templates";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

interface NewTemplate extends AreaTemplate {
  readonly version: number;
}

/**
 * The next version of an area's text; earlier ones stay as they are.
 * @throws conflict RULE_CHANGED_MEANWHILE when the version before is not the newest
 */
export const insertTemplate = async (
  tx: Transaction,
  ctx: ServiceContext,
  template: NewTemplate,
): Promise<void> => {
  const { areaCode, key, language, version } = template;
  const newest = await tx.messageTemplate.aggregate({
    where: { areaCode, key, language },
    _max: { version: true },
  });
  const changed = () => new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
  if ((newest._max.version ?? 0) !== version - 1) throw changed();
  const about = { id: ctx.newId(), createdById: ctx.actor.userId, createdAt: ctx.now() };
  try {
    await tx.messageTemplate.create({ data: { ...about, ...template }, select: { id: true } });
  } catch (error) {
    if (isTaken(error)) throw changed();
    throw error;
  }
};
