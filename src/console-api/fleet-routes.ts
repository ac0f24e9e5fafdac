import type { FastifyInstance } from 'fastify';
import {
  clientsOfDevices,
  type DeviceLine,
  inviteDevice,
  readDevice,
  readFleet,
  readTrend,
  revokeDevice,
} from '../fleet/index.ts';
import { type Exchange, listExchanges } from '../ledger/index.ts';
import type { DeviceLineView, DevicePageView, FleetPageView, NewDeviceView } from './fleet-contract.ts';
import { actorOf, tenantOf } from './guard.ts';
import { newDeviceForm, parseInput } from './input.ts';
import type { ConsoleParts } from './server.ts';

const trendDays = 30;
// Which clients exchanges come from stands sealed in each: so many are opened, the newest first.
const exchangesRead = 1_000;
const mostShown = 20;

/** The routes about workstations that report. */
export function fleetRoutes(server: FastifyInstance, parts: ConsoleParts): void {
  const { tenancy, fleet } = parts;
  const question = () => ({ now: tenancy.now(), staleAfterHours: fleet.staleAfterHours });
  server.get('/api/fleet', async (request): Promise<FleetPageView> => {
    const tenantId = await tenantOf(request, parts);
    const asked = question();
    const view = await readFleet(tenancy, tenantId, asked);
    const trend = await readTrend(tenancy, tenantId, { ...asked, days: trendDays, controls: view.controls });
    const exchanges = await listExchanges(tenancy, tenantId, { limit: exchangesRead });
    const devices = await clientsOfDevices(tenancy, tenantId);
    const known = new Set([...devices.values()].flatMap(({ clients }) => clients));
    const strangers = clientsOf(exchanges).filter(({ clientDeviceId }) => !known.has(clientDeviceId));
    return { ...view, devices: view.devices.map(lineView), trend, strangers, exchangesRead: exchanges.length };
  });
  server.get<{ Params: { id: string } }>('/api/fleet/devices/:id', async (request): Promise<DevicePageView> => {
    const tenantId = await tenantOf(request, parts);
    const { report, reports, drift, id } = await readDevice(tenancy, tenantId, request.params.id);
    const { devices } = await readFleet(tenancy, tenantId, question());
    const line = devices.find((device) => device.id === id);
    if (!line) throw new Error('a device that is there is in the fleet');
    const clients = new Set(report?.clientDeviceIds);
    const exchanges = clients.size === 0 ? [] : await listExchanges(tenancy, tenantId, { limit: exchangesRead });
    return {
      device: lineView(line),
      reports,
      verdicts: report?.verdicts ?? null,
      persons: report?.persons.length ?? 0,
      drift: drift ?? null,
      exchanges: exchanges
        .filter(({ began }) => began.client.deviceId !== undefined && clients.has(began.client.deviceId))
        .slice(0, mostShown)
        .map(({ began }) => ({ exchangeId: began.exchangeId, at: began.recordedAt, verdict: began.verdict })),
    };
  });
  server.post('/api/fleet/devices', async (request, reply): Promise<NewDeviceView> => {
    const tenantId = await tenantOf(request, parts);
    const form = parseInput(newDeviceForm, request.body);
    const made = await inviteDevice(tenancy, { tenantId, ...form, actor: await actorOf(request, parts) });
    reply.status(201);
    return made;
  });
  server.post<{ Params: { id: string } }>('/api/fleet/devices/:id/revoke', async (request, reply) => {
    const tenantId = await tenantOf(request, parts);
    await revokeDevice(tenancy, { tenantId, deviceId: request.params.id, actor: await actorOf(request, parts) });
    return reply.status(204).send();
  });
}

function lineView({ system, program, lastReportAt, ...line }: DeviceLine): DeviceLineView {
  return { ...line, system: system ?? null, program: program ?? null, lastReportAt: lastReportAt ?? null };
}

function clientsOf(exchanges: readonly Exchange[]): FleetPageView['strangers'] {
  const clients = new Map<string, { clientDeviceId: string; exchanges: number; lastAt: string }>();
  for (const { began } of exchanges) {
    const { deviceId } = began.client;
    if (deviceId === undefined) continue;
    const seen = clients.get(deviceId) ?? { clientDeviceId: deviceId, exchanges: 0, lastAt: began.recordedAt };
    seen.exchanges += 1;
    clients.set(deviceId, seen);
  }
  return [...clients.values()];
}
