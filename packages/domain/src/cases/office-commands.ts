import { z } from "zod";
import { clientAction } from "./commands";

export const officeSettingInput = z.object({
  subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/),
});

/** How an office lets cases go out. */
export const saveOfficeSettingCommand = z.object({
  ...clientAction,
  ...officeSettingInput.shape,
  /** The version that was seen; 0: never saved. */
  version: z.int().min(0),
  dispositionFirst: z.boolean(),
  /** Working days in which the leaders decide. */
  dispositionDays: z.int().min(1).max(5),
});
export type SaveOfficeSettingCommand = z.infer<typeof saveOfficeSettingCommand>;
