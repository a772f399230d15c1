import type { Transaction } from "@rembuk/db/client";
import { can, canInArea } from "@rembuk/domain/access/policy";
import {
  canOnInnovation,
  isOfOffice,
  readsNames,
  withoutNames,
} from "@rembuk/domain/innovations/access";
import type { ListInnovationsInput } from "@rembuk/domain/innovations/commands";
import {
  type EligibilityGap,
  eligibilityGaps,
  wordsOf,
} from "@rembuk/domain/innovations/eligibility";
import {
  type ShownEvidence,
  shownEvidence,
  type Trends,
} from "@rembuk/domain/innovations/evidence";
import {
  type InnovationObstacle,
  nextStage,
  type ReportMove,
  reportMoves,
  reportObstacle,
  reportRules,
  stageBefore,
  stageObstacle,
  takesTexts,
} from "@rembuk/domain/innovations/lifecycle";
import type {
  Innovation,
  PipelineStage,
  ReportRowKey,
  ReportStatus,
} from "@rembuk/domain/innovations/model";
import {
  type ReportRows,
  type RowGap,
  reportGaps,
  reportRowsOf,
} from "@rembuk/domain/innovations/report-reading";
import { findCase } from "../cases/store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { findMeetingTitles, type MeetingTitle } from "../meetings/queries";
import { requireOnInnovation } from "./change-innovation";
import { innovationScope } from "./scope-queries";
import { getInnovation, innovationColumns, toInnovation } from "./store";
import { findActiveYear } from "./year-store";

export interface InnovationItem {
  readonly id: string;
  readonly name: string;
  readonly status: ReportStatus;
  readonly stage: PipelineStage;
  readonly subdistrictCode: string;
  readonly placeName: string;
  /** Rows of the report that are open, of 11. */
  readonly openRows: number;
  readonly awards: readonly string[];
}
export interface InnovationPage {
  readonly items: readonly InnovationItem[];
  readonly nextCursor: string | null;
}

const placeNames = async (
  ctx: ServiceContext,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await ctx.db.area.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, name: true },
  });
  return new Map(rows.map(({ code, name }) => [code, name]));
};

/** Innovations that the reader may see, newest first, by keyset. @throws forbidden */
export const listInnovations = async (
  ctx: ServiceContext,
  { status, stage, cursor, limit }: ListInnovationsInput,
): Promise<InnovationPage> => {
  requireHeld(ctx, "innovation.read");
  const rows = await inTransaction(ctx, (tx) =>
    tx.innovation.findMany({
      where: {
        OR: innovationScope(ctx.actor, "innovation.read"),
        ...(status ? { status } : {}),
        ...(stage ? { stage } : {}),
        ...(cursor ? { id: { lt: cursor } } : {}),
      },
      orderBy: { id: "desc" },
      take: limit + 1,
      select: innovationColumns,
    }),
  );
  const page = rows.slice(0, limit).map(toInnovation);
  const names = await placeNames(
    ctx,
    page.map((one) => one.subdistrictCode),
  );
  const last = page.at(-1);
  return {
    items: page.map((one) => ({
      ...{ id: one.id, name: one.profile.name, status: one.status, stage: one.stage },
      subdistrictCode: one.subdistrictCode,
      placeName: names.get(one.subdistrictCode) ?? one.subdistrictCode,
      openRows: Object.keys(reportGaps(one.profile)).length,
      awards: one.parts.awards.map(({ name }) => name),
    })),
    nextCursor: rows.length > limit && last ? last.id : null,
  };
};

export interface LinkedCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
}
export interface InnovationEvidence extends ShownEvidence {
  readonly trends: Trends;
  readonly countedAt: Date;
  readonly since: string;
}
export interface ShownInnovation extends Innovation {
  readonly placeName: string;
  readonly rows: ReportRows;
  readonly gaps: Readonly<Partial<Record<ReportRowKey, RowGap>>>;
  /** Null: no year of assessment is in force. */
  readonly eligibility: {
    readonly year: string;
    readonly gaps: readonly EligibilityGap[];
    readonly words: number;
    readonly wordsNeeded: number;
  } | null;
  /** Linked cases that the reader may open, and how many others there are. */
  readonly cases: readonly LinkedCase[];
  readonly otherCases: number;
  /** Linked meetings that the reader may open, how many others there are, and which else could be linked. */
  readonly meetings: readonly MeetingTitle[];
  readonly otherMeetings: number;
  readonly linkableMeetings: readonly MeetingTitle[];
  readonly moves: readonly {
    readonly move: ReportMove;
    readonly obstacle: InnovationObstacle | null;
  }[];
  readonly stages: readonly {
    readonly to: PipelineStage;
    readonly isBack: boolean;
    readonly obstacle: InnovationObstacle | null;
  }[];
  readonly mayEdit: boolean;
  readonly mayEditTexts: boolean;
  readonly mayLink: boolean;
  readonly isOffice: boolean;
  readonly seesNames: boolean;
  /** Null: nothing was counted yet. */
  readonly evidence: InnovationEvidence | null;
}

const movesOf = (ctx: ServiceContext, innovation: Innovation): ShownInnovation["moves"] =>
  reportMoves
    .filter(
      (move) =>
        reportRules[move].from.includes(innovation.status) &&
        canOnInnovation(ctx.actor, reportRules[move].permission, innovation),
    )
    .map((move) => ({ move, obstacle: reportObstacle(innovation, move, ctx.actor.userId) }));

const stagesOf = (innovation: Innovation): ShownInnovation["stages"] => {
  const [to, back] = [nextStage(innovation.stage), stageBefore(innovation.stage)];
  return [
    ...(to ? [{ to, isBack: false, obstacle: stageObstacle(innovation, to) }] : []),
    ...(back ? [{ to: back, isBack: true, obstacle: null }] : []),
  ];
};

/** Meetings that identified the problem, as far as the reader reads the office's meetings. */
const meetingsOf = async (tx: Transaction, ctx: ServiceContext, innovation: Innovation) => {
  const { subdistrictCode: areaCode, meetingIds } = innovation;
  const reads = canInArea(ctx.actor, "meeting.read", { areaCode });
  const meetings = reads ? await findMeetingTitles(tx, areaCode, meetingIds) : [];
  const mayLink = reads && canOnInnovation(ctx.actor, "innovation.link", innovation);
  const latest = mayLink ? await findMeetingTitles(tx, areaCode, null) : [];
  return {
    meetings,
    otherMeetings: meetingIds.length - meetings.length,
    linkableMeetings: latest.filter(({ id }) => !meetingIds.includes(id)),
  };
};

/** One innovation as its reader may see it. @throws not-found INNOVATION_NOT_FOUND */
export const showInnovation = async (
  ctx: ServiceContext,
  { innovationId }: { readonly innovationId: string },
): Promise<ShownInnovation> => {
  const { found, linked, counted, met, year } = await inTransaction(ctx, async (tx) => {
    const innovation = await getInnovation(tx, innovationId);
    requireOnInnovation(ctx, "innovation.read", innovation);
    const cases = [];
    for (const id of innovation.caseIds) {
      const kase = await findCase(tx, id);
      if (kase && can(ctx.actor, "case.read", kase)) cases.push(kase);
    }
    const row = await tx.innovationEvidence.findUnique({ where: { innovationId } });
    return {
      ...{ found: innovation, linked: cases, counted: row },
      ...{ met: await meetingsOf(tx, ctx, innovation), year: await findActiveYear(tx) },
    };
  });
  const isOffice = isOfOffice(ctx.actor, found);
  const seesNames = readsNames(ctx.actor, found);
  const shown = seesNames ? found : withoutNames(found);
  const mayEdit = canOnInnovation(ctx.actor, "innovation.edit", found);
  const names = await placeNames(ctx, [found.subdistrictCode]);
  return {
    ...shown,
    placeName: names.get(found.subdistrictCode) ?? found.subdistrictCode,
    rows: reportRowsOf(shown.profile),
    gaps: reportGaps(found.profile),
    eligibility: year && {
      year: year.id,
      gaps: eligibilityGaps(found.profile, year),
      words: wordsOf(found.profile.design),
      wordsNeeded: year.designWords,
    },
    cases: linked.map(({ id, number, title, status }) => ({ id, number, title, status })),
    otherCases: found.caseIds.length - linked.length,
    ...met,
    moves: movesOf(ctx, found),
    stages: mayEdit ? stagesOf(found) : [],
    mayEdit,
    mayEditTexts: mayEdit && takesTexts(found.status),
    mayLink: canOnInnovation(ctx.actor, "innovation.link", found),
    ...{ isOffice, seesNames },
    evidence: counted && {
      ...shownEvidence(counted, isOffice),
      countedAt: counted.countedAt,
      since: counted.since.toISOString().slice(0, 10),
    },
  };
};
