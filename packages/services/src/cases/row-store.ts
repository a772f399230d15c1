import type { Case, Hold } from "@rembuk/domain/cases/model";
import { isOpen } from "@rembuk/domain/cases/model";

/** A row of `case` as raw SQL takes and gives it. */
export type Row = Record<string, unknown>;
interface StoredHold {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly waitingFor: Hold["waitingFor"];
  readonly until: string;
}

/** snake_case columns that an act may change, in one place: insert and update use the same list. */
export const toRow = (c: Case): Row => ({
  id: c.id,
  number: c.number,
  regency_code: c.regencyCode,
  subdistrict_code: c.subdistrictCode,
  village_code: c.villageCode,
  kind: c.kind,
  classification: c.classification,
  category_code: c.categoryCode,
  rule_id: c.ruleId,
  channel: c.channel,
  title: c.title,
  description: c.description,
  status: c.status,
  privacy: c.privacy,
  is_secret: c.isSecret,
  is_supervisory: c.isSupervisory,
  priority: c.priority,
  is_emergency: c.isEmergency,
  section_code: c.sectionCode,
  responsible_id: c.responsibleId,
  holder_kind: c.holder.kind,
  holder_code: c.holder.code,
  holder_user_id: c.holder.userId,
  proposed_target: c.proposedTarget,
  lead_sector_code: c.leadSectorCode,
  lead_party: c.leadParty,
  reported_party: c.reportedParty,
  reporter_person_id: c.reporterPersonId,
  reporter_user_id: c.reporterUserId,
  created_by_id: c.createdById,
  received_at: c.receivedAt,
  total_limit_days: c.totalLimitDays,
  total_due_at: c.totalDueAt,
  stage_started_at: c.stageStartedAt,
  stage_limit_days: c.stageLimitDays,
  stage_due_at: c.stageDueAt,
  // Once resolved, the total clock stands still and only the village's window to confirm runs.
  due_at: c.resolvedAt !== null || c.stageDueAt < c.totalDueAt ? c.stageDueAt : c.totalDueAt,
  due_is_estimate: c.dueIsEstimate,
  response_due_at: c.responseDueAt,
  first_follow_up_at: c.firstFollowUpAt,
  escalation_level: c.escalationLevel,
  holds: c.holds,
  hold_until: c.holds.find((h) => h.endedAt === null)?.until ?? null,
  outcome: c.outcome,
  answer_response: c.answer?.response ?? null,
  answer_solution: c.answer?.solution ?? null,
  answer_follow_up: c.answer?.followUp ?? null,
  resolved_at: c.resolvedAt,
  confirm_by: c.confirmBy,
  closed_at: c.closedAt,
  is_open: isOpen(c.status),
  merged_into_id: c.merged?.intoId ?? null,
  merged_at: c.merged?.at ?? null,
  merged_by_id: c.merged?.byId ?? null,
  merged_from: c.merged?.from ?? null,
  merged_path: c.merged?.path ?? [],
  split_from_id: c.splitFromId,
});

export const fixedColumns = new Set([
  "id",
  "number",
  "regency_code",
  "created_by_id",
  "received_at",
  "channel",
  "split_from_id",
  // The sweep's own: an act must not write back what it read before.
  "escalation_level",
]);

/** A row of `case` as raw SQL gives it, to the model. */
export const toCase = (r: Row): Case => {
  const read = <T>(column: string): T => r[column] as T;
  const holder = {
    kind: read<Case["holder"]["kind"]>("holder_kind"),
    code: read<string | null>("holder_code"),
    userId: read<string | null>("holder_user_id"),
  };
  return {
    id: read("id"),
    number: read("number"),
    regencyCode: read("regency_code"),
    subdistrictCode: read("subdistrict_code"),
    villageCode: read("village_code"),
    kind: read("kind"),
    classification: read("classification"),
    categoryCode: read("category_code"),
    ruleId: read("rule_id"),
    channel: read("channel"),
    title: read("title"),
    description: read("description"),
    status: read("status"),
    privacy: read("privacy"),
    isSecret: read("is_secret"),
    isSupervisory: read("is_supervisory"),
    priority: read("priority"),
    isEmergency: read("is_emergency"),
    version: read("version"),
    sectionCode: read("section_code"),
    responsibleId: read("responsible_id"),
    holder,
    holderKind: holder.kind,
    holderUserId: holder.userId,
    // A list does not read it.
    proposedTarget: read<string | null | undefined>("proposed_target") ?? null,
    leadSectorCode: read("lead_sector_code"),
    leadParty: read("lead_party"),
    reportedParty: read("reported_party"),
    reporterPersonId: read("reporter_person_id"),
    reporterUserId: read("reporter_user_id"),
    createdById: read("created_by_id"),
    receivedAt: read("received_at"),
    totalLimitDays: read("total_limit_days"),
    totalDueAt: read("total_due_at"),
    stageStartedAt: read("stage_started_at"),
    stageLimitDays: read("stage_limit_days"),
    stageDueAt: read("stage_due_at"),
    dueIsEstimate: read("due_is_estimate"),
    responseDueAt: read("response_due_at"),
    firstFollowUpAt: read("first_follow_up_at"),
    escalationLevel: read("escalation_level"),
    holds: read<StoredHold[]>("holds").map((h) => ({
      startedAt: new Date(h.startedAt),
      endedAt: h.endedAt === null ? null : new Date(h.endedAt),
      waitingFor: h.waitingFor,
      until: new Date(h.until),
    })),
    outcome: read("outcome"),
    answer:
      (r.answer_response ?? null) === null
        ? null
        : {
            response: read("answer_response"),
            solution: read("answer_solution"),
            followUp: read("answer_follow_up"),
          },
    resolvedAt: read("resolved_at"),
    confirmBy: read("confirm_by"),
    closedAt: read("closed_at"),
    // Read with one case only; a list shows neither.
    referrals: (r.referrals as Case["referrals"] | undefined) ?? [],
    openMandatoryTasks: (r.open_mandatory_tasks as number | undefined) ?? 0,
    merged: mergedOf(r),
    splitFromId: read<string | null | undefined>("split_from_id") ?? null,
  };
};

const mergedOf = (r: Row): Case["merged"] =>
  (r.merged_into_id ?? null) === null
    ? null
    : {
        intoId: r.merged_into_id as string,
        at: r.merged_at as Date,
        byId: r.merged_by_id as string,
        from: r.merged_from as "received" | "triaged",
        path: (r.merged_path as string[] | null) ?? [],
      };
