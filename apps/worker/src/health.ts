import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics";

export interface Readiness {
  readonly ready: boolean;
  readonly database: "ok" | "unreachable" | "not-migrated";
  readonly queue: "ok" | "unreachable";
}

export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

/** /healthz: the process lives; /readyz: it can work; /metrics: for Prometheus. */
export const startHealth = async (
  at: { readonly port: number; readonly host: string },
  metrics: Metrics,
  readiness: () => Promise<Readiness>,
): Promise<HealthServer> => {
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = "application/json") =>
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    const path = request.url?.split("?")[0];
    if (path === "/healthz") return answer(200, '{"alive":true}');
    if (path === "/readyz") {
      return void readiness().then((state) =>
        answer(state.ready ? 200 : 503, JSON.stringify(state)),
      );
    }
    if (path === "/metrics") {
      return void metrics.registry
        .metrics()
        .then((text) => answer(200, text, metrics.registry.contentType));
    }
    return answer(404, "{}");
  });
  await listen(server, at.port, at.host);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
