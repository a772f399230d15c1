/** Ports that nobody holds. A port in use is never taken, whoever uses it. */
import net from "node:net";

const answers = (port, host) =>
  new Promise((resolve) => {
    const socket = net.connect(port, host);
    const finish = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(500, () => finish(false));
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
  });

const canListen = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/**
 * Whether this process could listen on the port and nobody answers there already.
 * Both loopbacks are asked: a browser may turn `localhost` into either.
 */
export const isPortFree = async (port, host = "127.0.0.1") => {
  if (!(await canListen(port, host))) return false;
  return !(await answers(port, "127.0.0.1")) && !(await answers(port, "::1"));
};

/**
 * The wanted port, or the next one above it that is free.
 * @param {number} wanted first port to try
 * @param {{host?: string, avoid?: Iterable<number>}} [options] ports promised to a sibling already
 * @throws when a hundred ports in a row are taken
 */
export const freePort = async (wanted, { host = "127.0.0.1", avoid = [] } = {}) => {
  const promised = new Set(avoid);
  for (let port = wanted; port < wanted + 100 && port < 65536; port += 1) {
    if (!promised.has(port) && (await isPortFree(port, host))) return port;
  }
  throw new Error(`no free port between ${wanted} and ${wanted + 99} on ${host}`);
};
