import { z } from "zod";
import { organizationKinds } from "./organizations";

const clientAction = { clientActionId: z.uuid() };
const areaCode = z.string().regex(/^\d{2}\.\d{2}(\.\d{2})?$/);
const day = z.iso.date();
const words = (least: number, most: number) => z.string().trim().min(least).max(most);

const contactInput = z
  .object({
    name: words(2, 120),
    position: words(1, 80).nullish(),
    /** As somebody would dial it. */
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d ()-]{6,24}$/)
      .nullish(),
    email: z.email().trim().toLowerCase().max(200).nullish(),
  })
  .refine((c) => c.phone || c.email, { path: ["phone"] });

export const mostContacts = 5;

export const saveOrganizationCommand = z
  .object({
    ...clientAction,
    /** Null: a new one. */
    organizationId: z.uuid().nullish(),
    /** The version that was seen; 0 for a new one. */
    version: z.int().nonnegative(),
    areaCode,
    kind: z.enum(organizationKinds),
    name: words(3, 120),
    address: words(3, 200).nullish(),
    /** Number of the MoU or SK, and the period that it is for. */
    agreementNumber: words(1, 120),
    startsOn: day,
    endsOn: day,
    contacts: z.array(contactInput).max(mostContacts),
  })
  .refine((c) => c.endsOn >= c.startsOn, { path: ["endsOn"] });
export type SaveOrganizationCommand = z.infer<typeof saveOrganizationCommand>;

/** Closed: nothing more is referred to it and its people read nothing; opened again. */
export const closeOrganizationCommand = z.object({
  ...clientAction,
  organizationId: z.uuid(),
  version: z.int().nonnegative(),
  isActive: z.boolean(),
});
export type CloseOrganizationCommand = z.infer<typeof closeOrganizationCommand>;

export const listOrganizationsInput = z.object({
  /** A kecamatan or a kabupaten; "" is the whole country. */
  areaCode: z.union([z.literal(""), areaCode]),
});
export type ListOrganizationsInput = z.infer<typeof listOrganizationsInput>;
