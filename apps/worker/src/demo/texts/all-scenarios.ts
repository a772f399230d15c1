import type { Scenario } from "../scenario";
import { healthAndSchools } from "./health-and-schools";
import { livelihoods } from "./livelihoods";
import { orderAndDisasters } from "./order-and-disasters";
import { publicWorks } from "./public-works";
import { services } from "./services";
import { villageGovernment } from "./village-government";
import { welfare } from "./welfare";

/** Every matter that any kecamatan may be told of. */
export const allScenarios: readonly Scenario[] = [
  ...villageGovernment,
  ...healthAndSchools,
  ...welfare,
  ...publicWorks,
  ...livelihoods,
  ...orderAndDisasters,
  ...services,
];
