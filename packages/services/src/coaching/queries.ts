import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import { canOnEngagement, permissionOfSide } from "@rembuk/domain/coaching/access";
import { agreementObstacle } from "@rembuk/domain/coaching/agreement";
import { attendanceByInstitution } from "@rembuk/domain/coaching/attendance";
import {
  type CommitmentMove,
  commitmentMoves,
  commitmentObstacle,
  commitmentRules,
  waitingDays,
} from "@rembuk/domain/coaching/commitment-lifecycle";
import {
  type CoachingObstacle,
  type EngagementMove,
  engagementMoves,
  engagementObstacle,
  engagementRules,
  isRunningEngagement,
} from "@rembuk/domain/coaching/engagement-lifecycle";
import {
  type Agreement,
  type CoachingBatch,
  type CoachingEngagement,
  type CoachingSession,
  type Commitment,
  type Side,
  sides,
} from "@rembuk/domain/coaching/model";
import {
  type SessionMove,
  sessionMoves,
  sessionRules,
} from "@rembuk/domain/coaching/session-lifecycle";
import { findCase } from "../cases/store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { officeToday } from "../staff/running-queries";
import { isLate } from "./batch-queries";
import { requireOnEngagement } from "./change-engagement";
import { findCommitments } from "./commitment-store";
import { permissionOfCommitmentMove } from "./move-commitment";
import { permissionOfEngagementMove } from "./move-engagement";
import { findOwners } from "./owner-queries";
import { placeNames } from "./scope-queries";
import { findSessions, getBatch, getEngagement } from "./store";

interface Step<Move> {
  readonly move: Move;
  readonly obstacle: CoachingObstacle | null;
}
/** Who stands behind it, and for which side the reader may. */
export interface ShownAgreement {
  readonly signed: Readonly<Record<Side, { readonly name: string; readonly at: Date } | null>>;
  readonly open: readonly { readonly side: Side; readonly obstacle: CoachingObstacle | null }[];
}
export interface ShownSession extends Omit<CoachingSession, "attendance" | "minutes"> {
  readonly attendance: {
    readonly institutions: readonly {
      readonly institution: string;
      readonly present: readonly string[];
      readonly reason: string | null;
    }[];
    readonly office: NonNullable<CoachingSession["attendance"]>["office"];
  } | null;
  readonly minutes:
    | (Omit<NonNullable<CoachingSession["minutes"]>, "agreement"> & {
        readonly agreement: ShownAgreement;
      })
    | null;
  /** Steps of who runs it; agreeing stands with the minutes. */
  readonly moves: readonly Exclude<SessionMove, "agree">[];
}
export interface ShownCommitment
  extends Omit<
    Commitment,
    "ownerId" | "proposedById" | "agreedById" | "verifiedById" | "evidence" | "caseId"
  > {
  readonly isMine: boolean;
  readonly isLate: boolean;
  readonly evidence: {
    readonly note: string;
    readonly link: string | null;
    readonly at: Date;
  } | null;
  readonly days: ReturnType<typeof waitingDays>;
  readonly hasCase: boolean;
  /** To who may read it. */
  readonly openCase: { readonly id: string; readonly number: string } | null;
  readonly moves: readonly Step<CommitmentMove>[];
  readonly mayLinkCase: boolean;
}
export interface ShownEngagement
  extends Omit<CoachingEngagement, "coachIds" | "managerIds" | "innovationIds" | "plan"> {
  readonly placeName: string;
  readonly batch: Pick<CoachingBatch, "id" | "title" | "award" | "institutions"> & {
    readonly team: readonly Omit<CoachingBatch["team"][number], "userId">[];
  };
  readonly innovations: readonly { readonly id: string; readonly name: string }[];
  readonly plan:
    | (Omit<NonNullable<CoachingEngagement["plan"]>, "agreement"> & {
        readonly agreement: ShownAgreement;
      })
    | null;
  readonly sessions: readonly ShownSession[];
  readonly commitments: readonly ShownCommitment[];
  readonly moves: readonly Step<EngagementMove>[];
  /** The camat in office who has not taken over yet; null: who leads is in office, or nobody is. */
  readonly successor: { readonly userId: string; readonly name: string } | null;
  readonly owners: readonly {
    readonly userId: string;
    readonly name: string;
    readonly role: string;
  }[];
  readonly may: Readonly<Record<"coach" | "work" | "handOver" | "plan" | "enterIdea", boolean>>;
}

type Facts = Awaited<ReturnType<typeof readFacts>>;
const readFacts = async (ctx: ServiceContext, tx: Transaction, engagementId: string) => {
  const engagement = await getEngagement(tx, engagementId);
  requireOnEngagement(ctx, "coaching.read", engagement);
  const commitments = await findCommitments(tx, { engagementId });
  const cases = new Map<string, { id: string; number: string }>();
  for (const { caseId } of commitments) {
    const kase = caseId === null ? null : await findCase(tx, caseId);
    if (kase && can(ctx.actor, "case.read", kase)) cases.set(kase.id, kase);
  }
  return {
    ...{ engagement, commitments, cases },
    batch: await getBatch(tx, engagement.batchId),
    sessions: await findSessions(tx, [engagementId]),
    owners: await findOwners(tx, engagement, ctx.now()),
    innovations: await tx.innovation.findMany({
      where: { id: { in: [...engagement.innovationIds] } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  };
};

const shownAgreement = (
  ctx: ServiceContext,
  engagement: CoachingEngagement,
  agreement: Agreement,
  isOpen: boolean,
): ShownAgreement => {
  const shown = (side: Side) => {
    const signed = agreement[side];
    return signed && { name: signed.name, at: signed.at };
  };
  const open = sides.filter(
    (side) =>
      isOpen &&
      agreement[side] === null &&
      canOnEngagement(ctx.actor, permissionOfSide[side], engagement),
  );
  return {
    signed: { coach: shown("coach"), office: shown("office") },
    open: open.map((side) => ({
      ...{ side, obstacle: agreementObstacle(agreement, side, ctx.actor.userId) },
    })),
  };
};

const shownSession = (
  ctx: ServiceContext,
  { engagement, batch }: Facts,
  session: CoachingSession,
): ShownSession => {
  const isRunning = isRunningEngagement(engagement.status);
  const mayRun = isRunning && canOnEngagement(ctx.actor, "coaching.coach", engagement);
  const { attendance, minutes, status } = session;
  const isDue = session.startsAt <= ctx.now();
  return {
    ...session,
    attendance: attendance && {
      office: attendance.office,
      institutions: attendanceByInstitution(batch, attendance).map((row) => ({
        ...row,
        present: row.present.map(({ name }) => name),
      })),
    },
    minutes: minutes && {
      ...minutes,
      agreement: shownAgreement(
        ctx,
        engagement,
        minutes.agreement,
        isRunning && status === "minutes_draft",
      ),
    },
    moves: sessionMoves
      .filter((move) => move !== "agree")
      .filter((move) => mayRun && sessionRules[move].includes(status))
      .filter((move) => isDue || (move !== "hold" && move !== "miss")),
  };
};

const shownCommitment = (
  ctx: ServiceContext,
  { engagement, cases }: Facts,
  commitment: Commitment,
): ShownCommitment => {
  const { ownerId, proposedById: _, agreedById: __, verifiedById: ___, ...rest } = commitment;
  const { evidence, caseId, ...shown } = rest;
  const isRunning = isRunningEngagement(engagement.status);
  const moves = commitmentMoves.filter(
    (move) =>
      isRunning &&
      commitmentRules[move].from.includes(commitment.status) &&
      canOnEngagement(ctx.actor, permissionOfCommitmentMove[move], engagement),
  );
  return {
    ...shown,
    isMine: ownerId === ctx.actor.userId,
    isLate: isLate(commitment, officeToday(ctx.now())),
    evidence: evidence && { note: evidence.note, link: evidence.link, at: evidence.at },
    days: waitingDays(commitment),
    hasCase: caseId !== null,
    openCase: (caseId !== null && cases.get(caseId)) || null,
    moves: moves.map((move) => ({
      ...{ move, obstacle: commitmentObstacle(commitment, move, ctx.actor.userId) },
    })),
    mayLinkCase:
      isRunning &&
      caseId === null &&
      !["verified", "dropped"].includes(commitment.status) &&
      canOnEngagement(ctx.actor, "coaching.work", engagement) &&
      ctx.actor.assignments.some(({ role }) => role.startsWith("subdistrict-")),
  };
};

/**
 * One engagement as its reader may see it: people of offices by name, residents nowhere.
 * @throws not-found COACHING_NOT_FOUND
 */
export const showEngagement = async (
  ctx: ServiceContext,
  { engagementId }: { readonly engagementId: string },
): Promise<ShownEngagement> => {
  const facts = await inTransaction(ctx, (tx) => readFacts(ctx, tx, engagementId));
  const { engagement, batch, sessions, commitments, owners } = facts;
  const { coachIds: _, managerIds: __, innovationIds: ___, plan, ...shown } = engagement;
  const holds = (permission: Parameters<typeof canOnEngagement>[1]) =>
    canOnEngagement(ctx.actor, permission, engagement);
  const isRunning = isRunningEngagement(engagement.status);
  const head = owners.find(({ role }) => role === "subdistrict-head");
  const leads = engagement.leaders.at(-1)?.userId;
  const isLed = owners.some(({ role, userId }) => role === "subdistrict-head" && userId === leads);
  const name = await placeNames(ctx, [engagement.subdistrictCode]);
  return {
    ...shown,
    placeName: name(engagement.subdistrictCode),
    batch: {
      ...{ id: batch.id, title: batch.title, award: batch.award, institutions: batch.institutions },
      team: batch.team.map(({ userId: ____, ...member }) => member),
    },
    innovations: facts.innovations,
    plan: plan && {
      ...plan,
      agreement: shownAgreement(ctx, engagement, plan.agreement, isRunning),
    },
    sessions: sessions.map((one) => shownSession(ctx, facts, one)),
    commitments: commitments.map((one) => shownCommitment(ctx, facts, one)),
    moves: engagementMoves
      .filter(
        (move) =>
          engagementRules[move].from.includes(engagement.status) &&
          holds(permissionOfEngagementMove[move]),
      )
      .map((move) => ({ move, obstacle: engagementObstacle(engagement, facts, move) })),
    successor: isRunning && head && !isLed ? { userId: head.userId, name: head.name } : null,
    owners: owners.map(({ userId, name: who, role }) => ({ userId, name: who, role })),
    may: {
      coach: isRunning && holds("coaching.coach"),
      work: isRunning && holds("coaching.work"),
      plan: isRunning && (holds("coaching.coach") || holds("coaching.work")),
      handOver: isRunning && (holds("coaching.coach") || holds("coaching.agree")),
      enterIdea:
        isRunning &&
        holds("coaching.work") &&
        ctx.actor.assignments.some(({ role }) => role === "innovation-manager"),
    },
  };
};
