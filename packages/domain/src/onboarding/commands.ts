import { z } from "zod";
import { markedSteps, marks, mostWorkbookBytes } from "./model";

const clientAction = { clientActionId: z.uuid() };
const subdistrict = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);
const words = (least: number, most: number) => z.string().trim().min(least).max(most);

export const onboardingInput = z.object({ areaCode: subdistrict });
export type OnboardingInput = z.infer<typeof onboardingInput>;

export const saveOfficeCommand = z.object({
  ...clientAction,
  subdistrictCode: subdistrict,
  name: words(3, 120),
  /** Begins its case numbers (HLG); stays as it was first set. */
  letters: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,5}$/),
  deskName: words(3, 120),
  address: words(5, 300),
  phone: words(3, 40),
  openingHours: words(3, 200),
});
export type SaveOfficeCommand = z.infer<typeof saveOfficeCommand>;

export const markStepCommand = z.object({
  ...clientAction,
  areaCode: subdistrict,
  step: z.enum(markedSteps),
  /** Null: open again. */
  mark: z.enum(marks).nullable(),
});
export type MarkStepCommand = z.infer<typeof markStepCommand>;

export const addSectorOfficesCommand = z.object({ ...clientAction, areaCode: subdistrict });
export type AddSectorOfficesCommand = z.infer<typeof addSectorOfficesCommand>;

export const saveContactCommand = z.object({
  ...clientAction,
  areaCode: subdistrict,
  organizationId: z.uuid(),
  name: words(3, 200),
  phone: z.string().trim().max(40).nullable(),
});
export type SaveContactCommand = z.infer<typeof saveContactCommand>;

/** A workbook in base64. */
export const workbookContent = z
  .string()
  .min(8)
  .max(Math.ceil((mostWorkbookBytes * 4) / 3) + 4);

export const readPeopleInput = z.object({
  areaCode: subdistrict,
  /** Named so that it travels in a body, never in an address: the file holds names. */
  text: workbookContent,
});
export type ReadPeopleInput = z.infer<typeof readPeopleInput>;

export const sendImportCommand = z.object({
  ...clientAction,
  areaCode: subdistrict,
  content: workbookContent,
});
export type SendImportCommand = z.infer<typeof sendImportCommand>;

/** A kecamatan, or a village where the list comes from one. */
const placeOfFamilies = z.string().regex(/^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/);

export const familyImportsInput = z.object({ areaCode: placeOfFamilies });
export const sendFamiliesCommand = sendImportCommand.extend({ areaCode: placeOfFamilies });
export type SendFamiliesCommand = z.infer<typeof sendFamiliesCommand>;

const column = z.int().min(0).max(60).nullable();
const choices = z.record(z.string().max(200), z.string().max(24));

/** How a workbook is read: columns by field, codes by the plain words of the file. */
export const importPlan = z.object({
  columns: z.record(z.string().max(20), column),
  villages: choices,
  categories: choices,
});
export type ImportPlan = z.infer<typeof importPlan>;

const ofImport = { ...clientAction, importId: z.uuid() };

export const planImportCommand = z.object({ ...ofImport, plan: importPlan });
export type PlanImportCommand = z.infer<typeof planImportCommand>;

export const startImportCommand = z.object({
  ...ofImport,
  /** Rows that are like a case which stands already are taken too. */
  takesSimilar: z.boolean().default(false),
});
export type StartImportCommand = z.infer<typeof startImportCommand>;

export const changeImportCommand = z.object(ofImport);
export type ChangeImportCommand = z.infer<typeof changeImportCommand>;
