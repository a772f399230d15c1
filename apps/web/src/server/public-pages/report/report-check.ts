import { type Html, html } from "../tracking/plain-html";
import type { ReportWords, TrackingWords } from "../tracking/plain-words";
import { urgentCard } from "../tracking/urgent-card";
import type { ReportEntry } from "./report-entry";
import { type ReportView, reportAction } from "./report-form";

/** Everything once more, to be sent or changed. What was typed travels in the form alone. */
export function reportCheck(t: ReportWords, tracking: TrackingWords, view: ReportView): Html {
  const { place, entry } = view;
  const category = place.categories.find(({ code }) => code === entry.categoryCode);
  const village = place.villages.find(({ code }) => code === entry.villageCode);
  const facts = [
    [t("check.place"), [village?.name, place.office.name].filter(Boolean).join(", ")],
    [t("check.category"), category?.name ?? ""],
    [t("check.for"), t(`relation.${entry.relation}`)],
    ...(entry.about === "nobody" ? [] : [[t("check.about"), t(`about.${entry.about}`)]]),
    [t("check.name"), nameWords(t, entry)],
    [t("check.phone"), entry.phone.trim() || t("check.empty")],
  ].map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`);
  return html`<div class="narrow">${category?.isAlwaysEmergency && urgentCard(tracking)}
<section class="card"><h1>${t("check.title")}</h1><p class="lead">${t("check.lead")}</p>
<dl class="pair">${facts}<dt>${t("check.story")}</dt><dd class="words">${entry.story.trim()}</dd></dl>
${entry.about !== "nobody" && html`<p class="said">${t(`check.protected.${entry.about}`)}</p>`}${protection(t, category)}
<form method="post" action="${reportAction(view)}">${carried(view)}
<button type="submit" name="langkah" value="kirim">${t("check.submit")}</button>
<button type="submit" name="langkah" value="ubah" class="second">${t("check.change")}</button></form></section>
${!category?.isAlwaysEmergency && urgentCard(tracking)}</div>`;
}

function nameWords(t: ReportWords, { anonymous, name }: ReportEntry): string {
  if (name.trim() === "") return t("check.noName");
  return anonymous ? t("check.anonymous", { name: name.trim() }) : name.trim();
}

function protection(
  t: ReportWords,
  category: ReportView["place"]["categories"][number] | undefined,
): Html | null {
  if (category?.isSupervisory) return html`<p class="said">${t("check.supervisory")}</p>`;
  return category?.privacy === "SECRET" ? html`<p class="said">${t("check.secret")}</p>` : null;
}

/** What was typed, in fields that are not shown: nothing of it may stand in an address. */
export function carried({ entry, proof }: Pick<ReportView, "entry" | "proof">): Html {
  const fields = [
    ["kiriman", proof],
    ["desa", entry.villageCode],
    ["jenis", entry.categoryCode],
    ["cerita", entry.story],
    ["untuk", entry.relation],
    ["terlapor", entry.about],
    ["anonim", entry.anonymous ? "ya" : ""],
    ["nama", entry.name],
    ["telepon", entry.phone],
  ];
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
