/**
 * The policy forbids `new Function`, with which zod would try to compile its parsers. It reads its
 * settings from here whenever it comes, so that no page has to load it to say this. Servers compile.
 */
const place = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
if (typeof window !== "undefined") {
  place.__zod_globalConfig = { ...place.__zod_globalConfig, jitless: true };
}

export {};
