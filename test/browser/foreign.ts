import { createSocket } from 'node:dgram';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of another origin that answers everything, lets everybody read it, and keeps what it was asked. */
export interface Foreign {
  readonly address: string;
  /** Where it can be asked, for code that runs in the page. */
  readonly where: { readonly address: string; readonly stun: string };
  /** The same, under the name that the page's own host has. */
  readonly namesake: string;
  /** Every request, by its path; `websocket` and `stun` among them. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts it on free ports of this computer. */
export async function openForeign(): Promise<Foreign> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, {
      'content-type': request.url?.includes('script') ? 'text/javascript' : 'text/html',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    response.end();
  });
  server.on('upgrade', (request, socket) => {
    asked.push(`websocket ${request.url ?? ''}`);
    socket.destroy();
  });
  const stun = createSocket('udp4');
  stun.on('message', () => asked.push('stun'));
  await new Promise<void>((listening) => server.listen(0, listening));
  await new Promise<void>((listening) => stun.bind(0, '127.0.0.1', listening));
  const port = portOf(server.address());
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    where: { address, stun: `stun:127.0.0.1:${stun.address().port}` },
    namesake: `http://localhost:${port}`,
    asked,
    close: async () => {
      stun.close();
      await closed(server);
    },
  };
}

/**
 * Takes where the page is served; starts a server that gives the same files with every policy taken away, of the headers and of
 * the page's own text. It stands on the loopback itself: a browser lets no page from elsewhere ask for anything there.
 */
export async function openLax(
  served: string,
): Promise<{ readonly address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void (async () => {
      const from = await fetch(new URL(request.url ?? '', served));
      const kind = from.headers.get('content-type') ?? '';
      response.writeHead(from.status, { 'content-type': kind });
      if (!kind.includes('html')) return response.end(Buffer.from(await from.arrayBuffer()));
      const text = await from.text();
      return response.end(text.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''));
    })();
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  return {
    address: `http://localhost:${portOf(server.address())}/`,
    close: () => closed(server),
  };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
