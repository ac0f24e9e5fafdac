import { once } from 'node:events';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, connect as connectPlain } from 'node:net';
import { connect as connectTls, type ConnectionOptions, createSecureContext, type TLSSocket } from 'node:tls';
import { type KeptAuthority, makeAuthority, makeLeaf } from '../../src/egress/inspect/authority.ts';
import type { Inspection } from '../../src/egress/inspect/inspection.ts';
import { openLeaves } from '../../src/egress/inspect/leaves.ts';
import { openUninspectables } from '../../src/egress/inspect/uninspectables.ts';
import type { EgressParts } from '../../src/egress/proxy.ts';
import { closers, start, type Started } from './egress.ts';

export const vendorHost = 'api.vendor.example';

export type Reached = {
  readonly version: string;
  readonly method: string;
  readonly path: string;
  readonly raw: readonly string[];
  body: string;
};

export type Vendor = {
  readonly port: number;
  readonly reached: Reached[];
  readonly authority: KeptAuthority;
  readonly server: Http2SecureServer;
};

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A vendor that speaks HTTP/2 and HTTP/1.1 under a certificate of its own world's authority, and keeps what reaches it. */
export async function startVendor(
  answer: Answer = (_request, response) => response.end('answered'),
  { hosts = [vendorHost], protocols = ['h2', 'http/1.1'], address = '127.0.0.1', port = 0 } = {},
): Promise<Vendor> {
  const now = new Date();
  const authority = await makeAuthority({ hosts, now });
  const leaf = await makeLeaf(authority, hosts[0] ?? '', now);
  const reached: Reached[] = [];
  const server = createSecureServer(
    { cert: leaf.certificatePem, key: leaf.keyPem, allowHTTP1: true, ALPNProtocols: protocols },
    (asked, response) => {
      const request = asked as unknown as IncomingMessage;
      const { httpVersion: version, method = '', url: path = '', rawHeaders: raw } = request;
      const one: Reached = { version, method, path, raw, body: '' };
      reached.push(one);
      request.on('data', (chunk: Buffer) => (one.body += chunk.toString()));
      request.on('end', () => answer(request, response as unknown as ServerResponse, one.body));
    },
  );
  const sockets = new Set<TLSSocket>();
  server.on('secureConnection', (socket: TLSSocket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.listen(port, address);
  await once(server, 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, reached, authority, server };
}

export type InspectedProxy = Started & { readonly authorityPem: string; readonly inspection: Inspection };

/** A proxy that looks into the tunnels to the vendor. */
export async function startInspecting(
  vendor: Vendor,
  but: Partial<Inspection> = {},
  parts: Partial<EgressParts> = {},
): Promise<InspectedProxy> {
  const now = (): Date => new Date();
  const hosts = [vendorHost];
  const authority = await makeAuthority({ hosts, now: now() });
  const rules = [{ host: /^api\.vendor\.example$/, below: '/api/event_logging', rule: 'telemetry' }] as const;
  const inspection: Inspection = {
    isInspected: (host) => hosts.includes(host),
    leafOf: openLeaves(authority, { hosts, now }),
    trust: createSecureContext({ ca: [vendor.authority.certificatePem] }),
    pathRules: () => rules,
    tenantHeaders: () => ({
      known: ['anthropic-allowed-org-ids', 'OpenAI-Allowed-Organization-Ids'],
      ours: new Map([['anthropic-allowed-org-ids', 'org-ours']]),
    }),
    uninspectables: openUninspectables({ lastsMs: 60_000, now }),
    whenUninspectable: 'refuse',
    ...but,
  };
  const host = {
    expression: /^api\.vendor\.example$/,
    vendor: 'acme',
    purpose: 'api',
    isShared: false,
    audience: undefined,
    rule: undefined,
    isAllowed: true,
  };
  const held = { hosts: [host], otherHosts: 'refuse', mode: 'enforce', milder: new Map() } as const;
  const started = await start(vendor.port, {
    rules: () => ({ ...held, ports: new Set([vendor.port]) }),
    inspection,
    ...parts,
  });
  return { ...started, authorityPem: authority.certificatePem, inspection };
}

/** TLS inside a tunnel through the proxy, to whoever answers there. */
export async function secured(
  { proxy, authorityPem }: Pick<InspectedProxy, 'proxy' | 'authorityPem'>,
  { port }: Pick<Vendor, 'port'>,
  options: ConnectionOptions = {},
): Promise<TLSSocket> {
  const { hostname, port: at } = new URL(proxy.url);
  const socket = connectPlain({ host: hostname, port: Number(at) });
  socket.on('error', () => {});
  socket.write(`CONNECT ${vendorHost}:${port} HTTP/1.1\r\nHost: ${vendorHost}:${port}\r\n\r\n`);
  await once(socket, 'data');
  const tls = connectTls({ socket, servername: vendorHost, ca: [authorityPem], ...options });
  closers.push(async () => tls.destroy());
  await once(tls, 'secureConnect');
  return tls;
}

/** Says something over HTTP/1.1 as it stands, and hears all until the end. */
export async function spoken(tls: TLSSocket, text: string): Promise<string> {
  const chunks: Buffer[] = [];
  tls.on('data', (chunk: Buffer) => chunks.push(chunk));
  tls.on('error', () => {});
  tls.write(text);
  await once(tls, 'close');
  return Buffer.concat(chunks).toString();
}
