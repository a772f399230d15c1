# syntax=docker/dockerfile:1
# Web. Build from the repository's root:
#   docker build -f docker/web.Dockerfile -t rembuk-web .
FROM node:24-slim AS build
ENV NEXT_TELEMETRY_DISABLED=1 REMBUK_STANDALONE=1
WORKDIR /rembuk
COPY . .
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --filter "@rembuk/web..." \
  && node packages/db/prisma/generate.mjs \
  && cd apps/web && node node_modules/next/dist/bin/next build

# The standalone server: traced files only, without package manager or sources.
FROM node:24-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 HOSTNAME=0.0.0.0
WORKDIR /rembuk
COPY --from=build /rembuk/apps/web/.next/standalone ./
COPY --from=build /rembuk/apps/web/.next/static apps/web/.next/static
COPY --from=build /rembuk/apps/web/public apps/web/public
# Next keeps what it renders anew beside its build.
RUN mkdir -p apps/web/.next/cache /var/lib/rembuk-files && chown node:node apps/web/.next/cache /var/lib/rembuk-files
USER node
WORKDIR /rembuk/apps/web
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
