import "server-only";
import type { Permission } from "@rembuk/domain/access/permissions";
import { canInArea } from "@rembuk/domain/access/policy";
import { sections } from "@rembuk/domain/cases/routing";
import { familyHeadings, familySheet } from "@rembuk/domain/onboarding/family-sheet";
import { peopleFields, peopleHeadings, roleWords } from "@rembuk/domain/onboarding/people-rows";
import {
  registerFields,
  registerHeadings,
  requiredFields,
} from "@rembuk/domain/onboarding/register-columns";
import { listVillages } from "@rembuk/services/areas/queries";
import { rulesIn } from "@rembuk/services/cases/rule-queries";
import type { ServiceContext } from "@rembuk/services/context";
import { listSectorOptions } from "@rembuk/services/staff/sector-queries";
import { getTranslations } from "next-intl/server";
import writeXlsxFile, { type Row } from "write-excel-file/node";
import { signedIn } from "@/server/auth/current-actor";
import { serviceContext } from "@/server/service-context";
import { told } from "./file-answer";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const place = /^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/;

const headCell = (value: string) => ({
  ...{ value, fontWeight: "bold" as const, textColor: "#FFFFFF", backgroundColor: "#0F5E70" },
});
const words = (value: string) => ({ type: String, value, wrap: true });

interface TemplateColumn {
  readonly heading: string;
  readonly isRequired: boolean;
  readonly about: string;
  readonly example: string;
}

interface Template {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  /** Names that a cell may hold, one list a column. */
  readonly choices: readonly { readonly title: string; readonly names: readonly string[] }[];
}

const choiceRows = ({ choices }: Template): Row[] => {
  const length = Math.max(0, ...choices.map(({ names }) => names.length));
  return Array.from({ length }, (_, at) =>
    choices.map(({ names }) => (names[at] ? words(names[at]) : null)),
  );
};

/** Three sheets: to be filled in, what each column wants, and the names that are known. */
const draw = async (template: Template): Promise<Uint8Array> => {
  const t = await getTranslations("onboarding.template");
  const { columns, choices } = template;
  const explained = columns.map((c) => [
    words(c.heading),
    words(t(c.isRequired ? "required" : "optional")),
    words(c.about),
    words(c.example),
  ]);
  const explainedHead = [t("column"), t("need"), t("about"), t("example")].map(headCell);
  return writeXlsxFile([
    {
      sheet: t("fillIn"),
      data: [columns.map((c) => headCell(c.heading))],
      columns: columns.map(() => ({ width: 24 })),
      stickyRowsCount: 1,
    },
    {
      sheet: t("explained"),
      data: [explainedHead, ...explained],
      columns: [{ width: 24 }, { width: 12 }, { width: 70 }, { width: 34 }],
    },
    {
      sheet: t("names"),
      data: [choices.map(({ title }) => headCell(title)), ...choiceRows(template)],
      columns: choices.map(() => ({ width: 44 })),
    },
  ]).toBuffer();
};

const registerTemplate = async (ctx: ServiceContext, areaCode: string): Promise<Template> => {
  const t = await getTranslations("onboarding.register.field");
  const villages = await listVillages(ctx.db, areaCode);
  const rules = [...(await rulesIn(ctx, areaCode)).values()];
  const categories = rules
    .filter((rule) => rule.isActive && !rule.category.isSupervisory)
    .map((rule) => rule.category);
  return {
    name: "register",
    columns: registerFields.map((field) => ({
      heading: registerHeadings[field][0] ?? field,
      isRequired: requiredFields.includes(field),
      about: t(`${field}.about`),
      example: t(`${field}.example`),
    })),
    choices: [
      { title: registerHeadings.village[0] ?? "", names: villages.map((v) => v.name) },
      { title: registerHeadings.category[0] ?? "", names: categories.map((c) => c.name) },
    ],
  };
};

const peopleTemplate = async (ctx: ServiceContext, areaCode: string): Promise<Template> => {
  const t = await getTranslations("onboarding.people.field");
  const villages = await listVillages(ctx.db, areaCode);
  const named = new Map((await listSectorOptions(ctx)).map((s) => [s.code, s.name]));
  const ofSection = sections.filter((c) => c !== "SEKCAM").map((code) => named.get(code) ?? code);
  return {
    name: "orang",
    columns: peopleFields.map((field) => ({
      heading: peopleHeadings[field][0] ?? field,
      isRequired: field === "name" || field === "role",
      about: t(`${field}.about`),
      example: t(`${field}.example`),
    })),
    choices: [
      { title: peopleHeadings.role[0] ?? "", names: roleWords.map(([, all]) => all[0] ?? "") },
      {
        title: peopleHeadings.place[0] ?? "",
        names: [...ofSection, ...villages.map((v) => v.name)],
      },
    ],
  };
};

const familyTemplate = async (ctx: ServiceContext, areaCode: string): Promise<Template> => {
  const t = await getTranslations("registry.import.field");
  const isOfVillage = areaCode.length > 8;
  const sheet = familySheet(isOfVillage);
  const villages = await listVillages(ctx.db, areaCode.slice(0, 8));
  const named = isOfVillage ? villages.filter(({ code }) => code === areaCode) : villages;
  return {
    name: "keluarga",
    columns: sheet.fields.map((field) => ({
      heading: familyHeadings[field][0] ?? field,
      isRequired: sheet.required.includes(field),
      about: t(`${field}.about`),
      example: t(`${field}.example`),
    })),
    choices: [{ title: familyHeadings.village[0] ?? "", names: named.map((v) => v.name) }],
  };
};

interface Kind {
  readonly permission: Permission;
  readonly make: (ctx: ServiceContext, areaCode: string) => Promise<Template>;
}
const kinds: Readonly<Record<string, Kind>> = {
  orang: { permission: "office.prepare", make: peopleTemplate },
  register: { permission: "office.prepare", make: registerTemplate },
  keluarga: { permission: "household.import", make: familyTemplate },
};

/** An empty workbook of people, of families or of an office's register, with its columns explained. */
export async function serveTemplate(request: Request, kind: string): Promise<Response> {
  const session = await signedIn();
  if (!session || session.mustChangePassword) return told(401, "UNAUTHENTICATED");
  const areaCode = new URL(request.url).searchParams.get("kec") ?? "";
  const wanted = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (
    !wanted ||
    !place.test(areaCode) ||
    !canInArea(session.actor, wanted.permission, { areaCode })
  )
    return told(404, "AREA_UNKNOWN");
  const ctx = serviceContext(session.actor);
  const template = await wanted.make(ctx, areaCode);
  const bytes = await draw(template);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": xlsx,
      "content-disposition": `attachment; filename="templat-${template.name}-${areaCode}.xlsx"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
