import { z } from "zod/v4";

// What browsers get as "zod" (next.config.ts), so that no page has to load it only to say this: the
// policy forbids `new Function`, with which zod would try to compile its parsers.
z.config({ jitless: true });

export { z };
