import { createSerwistRoute } from "@serwist/turbopack";

export const { dynamic, dynamicParams, revalidate, generateStaticParams, GET } = createSerwistRoute(
  {
    swSrc: "src/app/sw.ts",
    // Nothing is fetched ahead for everybody: a page that works without network keeps its own files.
    globPatterns: [],
    useNativeEsbuild: true,
  },
);
