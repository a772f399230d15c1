"use client";

import { Button } from "@rembuk/ui/button";
import { buttonLook } from "@rembuk/ui/button-look";
import { Chip } from "@rembuk/ui/chip";
import { Download, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import type { CaseDetail } from "../cases/case-data";
import { fileAddress } from "../files/files-data";
import { useFiles } from "../files/use-files";
import type { ActName } from "./letter-act-dialog";
import { type CaseLetter, isDrawn } from "./letters-data";

interface LetterRowProps {
  letter: CaseLetter;
  zone: CaseDetail["calendar"]["zone"] | undefined;
  mayDraft: boolean;
  mayIssue: boolean;
  onEdit: () => void;
  onAct: (name: ActName) => void;
  /** Signs electronically; absent where it is not this reader's letter to sign. */
  onSign?: (() => void) | undefined;
}

const tones = { draft: "plain", issued: "info", signed: "ok", void: "bad" } as const;

/** One letter: what it is, where it stands, and what can be done with it. */
export function LetterRow(props: LetterRowProps) {
  const t = useTranslations("letters");
  const { shortDateTime } = useFormat(props.zone);
  const { letter } = props;
  const at = letter.voidedAt ?? letter.issuedAt ?? letter.createdAt;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-2 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-control font-semibold break-words">
          {t(`kind.${letter.kind}`)}
          {letter.serial === null ? null : <span className="tabular-nums"> {letter.number}</span>}
        </p>
        <p className="line-clamp-2 text-meta break-words text-text-2">
          {t("line", { addressee: letter.content.addressee, time: shortDateTime(at) })}
        </p>
        <SignedLine letter={letter} zone={props.zone} />
        {letter.voidReason ? (
          <p className="text-meta break-words text-bad">{letter.voidReason}</p>
        ) : null}
      </div>
      <Chip tone={tones[letter.status]}>{t(`status.${letter.status}`)}</Chip>
      <LetterButtons {...props} />
    </li>
  );
}

/** By whom and when it was signed, and how one knows. */
function SignedLine({ letter, zone }: Pick<LetterRowProps, "letter" | "zone">) {
  const t = useTranslations("letters.signed");
  const { shortDate, shortDateTime } = useFormat(zone);
  if (letter.signature === null || letter.signedOn === null || letter.signedAt === null)
    return null;
  return (
    <p className="text-meta break-words text-ok">
      {t(letter.signature, {
        signer: letter.content.signer.name,
        day: shortDate(dayOf(letter.signedOn)),
        name: letter.signedByName ?? "",
        time: shortDateTime(letter.signedAt),
      })}
    </p>
  );
}

function LetterButtons({ letter, mayDraft, mayIssue, onEdit, onAct, onSign }: LetterRowProps) {
  const t = useTranslations("letters");
  const isDraft = letter.status === "draft";
  const isOpen = letter.status !== "void";
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {isDraft && mayIssue ? (
        <Button size="small" tone="primary" onClick={() => onAct("issue")}>
          {t("acts.issue.open")}
        </Button>
      ) : null}
      {isDraft && mayDraft ? (
        <Button size="small" onClick={onEdit}>
          {t("edit")}
        </Button>
      ) : null}
      {isDraft ? null : <LetterPdf letter={letter} />}
      {onSign ? (
        <Button size="small" tone="primary" onClick={onSign}>
          {t("sign.open")}
        </Button>
      ) : null}
      {isOpen && !isDraft && mayDraft && letter.signature !== "electronic" ? (
        <Button size="small" onClick={() => onAct("attach-scan")}>
          {t("acts.attach-scan.open")}
        </Button>
      ) : null}
      {isOpen && mayIssue ? (
        <Button size="small" tone="quiet" onClick={() => onAct("void")}>
          {t("acts.void.open")}
        </Button>
      ) : null}
    </div>
  );
}

/** The PDF as soon as the worker has drawn it; before that, that it is on its way. */
function LetterPdf({ letter }: { letter: CaseLetter }) {
  const t = useTranslations("letters");
  const files = useFiles(letter.caseId);
  const find = (id: string | null) => files.data?.files.find((one) => one.id === id);
  const pdf = find(letter.id);
  const scan = find(letter.scanFileId);
  const address = pdf ? fileAddress(letter.caseId, pdf, "original", true) : null;
  const scanAddress = scan ? fileAddress(letter.caseId, scan, "original", true) : null;
  if (!isDrawn(letter)) {
    return (
      <span role="status" className="flex items-center gap-1.5 text-meta text-text-2">
        <LoaderCircle size={14} aria-hidden className="animate-spin" />
        {t("drawing")}
      </span>
    );
  }
  const link = (href: string, name: string, words: string) => (
    <a href={href} download={name} className={buttonLook("secondary", "small")}>
      <Download size={14} aria-hidden />
      {words}
    </a>
  );
  return (
    <>
      {address && pdf ? link(address, pdf.name, t("pdf")) : null}
      {scanAddress && scan ? link(scanAddress, scan.name, t("scan")) : null}
    </>
  );
}
