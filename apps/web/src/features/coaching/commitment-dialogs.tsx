"use client";

import { useTranslations } from "next-intl";
import type { ShownCommitment, ShownEngagement } from "./coaching-data";
import { type FieldSpec, FieldsDialog } from "./fields-dialog";

/** One thing that somebody of the kecamatan promises, until a day. */
export function ProposeDialog({
  engagement,
  onClose,
}: {
  engagement: ShownEngagement;
  onClose: () => void;
}) {
  const t = useTranslations("coaching");
  const roles = useTranslations("roles");
  const { owners, innovations, id: engagementId } = engagement;
  const session = engagement.sessions.findLast(({ status }) => status !== "scheduled");
  return (
    <FieldsDialog
      title={t("commitments.propose")}
      subject={engagement.placeName}
      text={t("commitments.proposeText")}
      sendLabel={t("commitments.propose")}
      done={t("commitments.proposed")}
      fields={[
        { name: "text", label: t("commitments.what"), kind: "words", least: 10 },
        {
          ...{ name: "ownerId", label: t("commitments.who"), kind: "choice", least: 1 },
          options: owners.map(({ userId, name, role }) => ({
            value: userId,
            label: `${name} (${roles(role as "subdistrict-head")})`,
          })),
        },
        { name: "dueOn", label: t("commitments.until"), kind: "date", least: 10 },
        {
          ...{ name: "innovationId", label: t("commitments.which"), kind: "choice", least: 0 },
          hint: t("commitments.whichHint"),
          options: innovations.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      run={(coaching, clientActionId, { text = "", ownerId = "", dueOn = "", innovationId }) =>
        coaching.propose.mutate({
          ...{ clientActionId, engagementId, text, ownerId, dueOn },
          ...{ sessionId: session?.id ?? null, innovationId: innovationId || null },
        })
      }
      onClose={onClose}
    />
  );
}

type Move = ShownCommitment["moves"][number]["move"];

const fieldsOf = (move: Move, t: ReturnType<typeof useTranslations<"coaching">>): FieldSpec[] => {
  if (move === "submit")
    return [
      { name: "note", label: t("commitments.note"), kind: "words", least: 10 },
      { name: "link", label: t("commitments.link"), hint: t("commitments.linkHint"), least: 0 },
    ];
  return move === "return" || move === "drop"
    ? [{ name: "reason", label: t("form.reason"), kind: "words", least: 5 }]
    : [];
};

/** One step of a commitment. */
export function CommitmentDialog({
  commitment,
  move,
  onClose,
}: {
  commitment: ShownCommitment;
  move: Move;
  onClose: () => void;
}) {
  const t = useTranslations("coaching");
  const { id: commitmentId, version, text } = commitment;
  return (
    <FieldsDialog
      title={t(`commitments.moves.${move}.title`)}
      subject={text}
      text={t(`commitments.moves.${move}.text`)}
      sendLabel={t(`commitments.moves.${move}.title`)}
      done={t(`commitments.moves.${move}.done`)}
      fields={fieldsOf(move, t)}
      run={(coaching, clientActionId, { note = "", link = "", reason = "" }) => {
        const ref = { clientActionId, commitmentId, version };
        if (move === "submit")
          return coaching.stepCommitment.mutate({
            ...{ ...ref, step: { move, note, link: link.trim() || null } },
          });
        if (move === "return" || move === "drop")
          return coaching.stepCommitment.mutate({ ...ref, step: { move, reason } });
        return coaching.stepCommitment.mutate({ ...ref, step: { move } });
      }}
      onClose={onClose}
    />
  );
}

/** The case that a commitment opened, by the number on it. */
export function CaseDialog({
  commitment,
  onClose,
}: {
  commitment: ShownCommitment;
  onClose: () => void;
}) {
  const t = useTranslations("coaching.case");
  const { id: commitmentId, version, text } = commitment;
  return (
    <FieldsDialog
      title={t("link")}
      subject={text}
      text={t("text")}
      sendLabel={t("link")}
      done={t("linked")}
      fields={[{ name: "number", label: t("number"), hint: t("hint"), least: 5 }]}
      run={(coaching, clientActionId, { number = "" }) =>
        coaching.linkCase.mutate({ clientActionId, commitmentId, version, number })
      }
      onClose={onClose}
    />
  );
}
