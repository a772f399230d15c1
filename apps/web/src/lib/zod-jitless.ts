import { z } from "zod";

// The policy forbids `new Function`, with which zod would try to compile its parsers.
z.config({ jitless: true });
