"use client";

import "./receipt.css";
import { fillWords } from "@rembuk/domain/cases/placeholders";
import type { OfficeSummary } from "@rembuk/services/areas/queries";
import type { Texts } from "@rembuk/services/cases/template-queries";
import { LogoMark } from "@rembuk/ui/logo";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { PromisedDays } from "./promised-days";
import { QrCode } from "./qr-code";
import type { ReceiptFacts } from "./receipt-facts";

interface ReceiptSheetProps {
  number: string;
  /** Null when it cannot be shown any more. */
  secrets: { readonly code: string; readonly pin: string } | null;
  facts: ReceiptFacts | null;
  office: OfficeSummary | null;
  /** What the office tells at the foot, by language. */
  texts: Texts;
  /** "https://rembuk.example" */
  publicUrl: string;
  demo: boolean;
}

/** A5, one page, black on white: number, PIN, three dates, how to ask. */
export function ReceiptSheet(props: ReceiptSheetProps) {
  const t = useTranslations("receipt.sheet");
  const locale = useLocale();
  const { number, secrets, facts, office } = props;
  return (
    <article
      lang="id"
      className="receipt-sheet mx-auto flex w-full max-w-[559px] flex-col border border-line px-5 py-6 min-[480px]:min-h-[794px] min-[480px]:px-10 min-[480px]:pt-[30px] min-[480px]:pb-5"
    >
      <SheetHead office={office} demo={props.demo} />
      <div className="mt-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-b border-(--rule) pb-2.5">
        <div>
          <h2 className="font-semibold text-(--quiet)">{t("heading")}</h2>
          <p className="font-mono text-[27px] leading-[34px] font-bold tracking-[-0.02em] whitespace-nowrap">
            {number}
          </p>
        </div>
        <div className="min-[480px]:text-right">
          <p className="text-(--quiet)">{t("pin")}</p>
          <p className="font-mono text-[27px] leading-[34px] font-bold tracking-[0.06em]">
            {secrets?.pin ?? "••••••"}
          </p>
        </div>
      </div>
      {facts ? <SheetFacts facts={facts} /> : <p className="mt-3">{t("hidden")}</p>}
      {facts ? <PromisedDays facts={facts} /> : null}
      <HowToTrack publicUrl={props.publicUrl} code={secrets?.code ?? null}>
        {fillWords(props.texts[locale === "en" ? "en" : "id"], {
          kecamatan: office?.name ?? "",
        })}
      </HowToTrack>
      <Signatures reporter={facts?.reporter ?? ""} officer={facts?.enteredBy ?? ""} />
      <footer className="mt-3 flex justify-between gap-4 border-t border-(--rule) pt-1.5 text-[10.5px] leading-[14px] text-(--quiet)">
        <span>{office ? t("hours", { hours: office.openingHours }) : ""}</span>
        <span className="whitespace-nowrap">{t("page")}</span>
      </footer>
    </article>
  );
}

function SheetHead({ office, demo }: { office: OfficeSummary | null; demo: boolean }) {
  const t = useTranslations("receipt.sheet");
  return (
    <header className="flex flex-wrap items-center gap-3 min-[480px]:flex-nowrap border-b-2 border-(--ink) pb-3 [--brand:#0f5e70] [--turn:#dfa71a]">
      <LogoMark size={40} />
      <div className="min-w-0 flex-1 leading-[1.3]">
        <p className="text-[11px] font-semibold uppercase">
          {t("government", { regency: office?.regencyName ?? "" })}
        </p>
        <p className="text-[16px] leading-[1.25] font-extrabold tracking-[-0.01em] uppercase">
          {office?.name}
        </p>
        <p className="text-[11px] text-(--quiet)">{office?.deskName}</p>
      </div>
      {demo ? (
        <p className="flex-none rounded-r1 min-[480px]:ml-auto border-[1.5px] border-[#a6281e] px-2 py-[3px] text-center text-[11px] leading-[14px] text-[#a6281e]">
          <b className="block">{t("demo")}</b>
          {t("demoText")}
        </p>
      ) : null}
    </header>
  );
}

function SheetFacts({ facts }: { facts: ReceiptFacts }) {
  const t = useTranslations("receipt.sheet");
  const { longDateTime } = useFormat();
  const who = [facts.reporter, facts.capacity].filter(Boolean).join(", ");
  return (
    <dl className="mt-1 grid grid-cols-[92px_minmax(0,1fr)] min-[480px]:grid-cols-[126px_minmax(0,1fr)]">
      <Fact label={t("received")}>{longDateTime(facts.receivedAt)}</Fact>
      {who ? <Fact label={t("reporter")}>{who}</Fact> : null}
      <Fact label={t("village")}>{facts.village}</Fact>
      <Fact label={t("kind")}>{facts.category}</Fact>
      <Fact label={t("story")}>
        <span className="line-clamp-5 font-medium whitespace-pre-line">{facts.story}</span>
      </Fact>
      {facts.enteredBy ? <Fact label={t("by")}>{facts.enteredBy}</Fact> : null}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-[3.5px] text-(--quiet)">{label}</dt>
      <dd className="min-w-0 py-[3.5px] font-semibold break-words">{children}</dd>
    </>
  );
}

interface HowToTrackProps {
  publicUrl: string;
  code: string | null;
  /** The office's own words. */
  children: ReactNode;
}

function HowToTrack({ publicUrl, code, children }: HowToTrackProps) {
  const t = useTranslations("receipt.sheet");
  const address = publicUrl.replace(/^https?:\/\//, "");
  return (
    <section className="mt-4 flex items-start gap-[18px]">
      <div className="flex size-[118px] flex-none items-center justify-center">
        {code ? (
          <QrCode text={`${publicUrl}/lacak/k/${code}`} label={t("qr")} />
        ) : (
          <span className="size-full border border-dashed border-(--rule)" />
        )}
      </div>
      <div>
        <h3 className="mb-1 text-[14px] font-bold">{t("track")}</h3>
        <ol className="list-decimal pl-[18px]">
          <li>
            {t("step1")} <b className="whitespace-nowrap">{address}/lacak</b>
          </li>
          <li>{t("step2")}</li>
          <li>{t("step3")}</li>
        </ol>
        <p className="mt-1.5 break-words whitespace-pre-line text-(--quiet)">{children}</p>
      </div>
    </section>
  );
}

function Signatures({ reporter, officer }: { reporter: string; officer: string }) {
  const t = useTranslations("receipt.sheet");
  return (
    <div className="mt-auto grid grid-cols-2 gap-10 pt-2">
      {(
        [
          ["signReporter", reporter],
          ["signOfficer", officer],
        ] as const
      ).map(([key, name]) => (
        <div key={key}>
          <p className="text-(--quiet)">{t(key)}</p>
          <p className="mt-11 min-h-[21px] border-t border-(--ink) pt-[3px]">{name}</p>
        </div>
      ))}
    </div>
  );
}
