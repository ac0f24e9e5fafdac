import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { endpointError } from '../errors.ts';
import { probedClients } from './clients/all.ts';
import type { ProbedClient } from './clients/client.ts';
import { findOnPath } from './isolation.ts';

/** A client and its program, as an absolute path. */
export type InstalledClient = { readonly client: ProbedClient; readonly program: string };

/**
 * The client of an id, by its program where one is named, or else as the PATH has it.
 * @throws endpoint_probe_client_unknown, endpoint_probe_client_missing
 */
export function findClient(id: string, program: string | undefined): InstalledClient {
  const client = probedClients.find((one) => one.id === id);
  const known = probedClients.map((one) => one.id).join(', ');
  if (!client) throw endpointError('endpoint_probe_client_unknown', { client: id, known });
  const path = program === undefined ? findOnPath(client.command) : resolve(program);
  if (path === undefined || !existsSync(path))
    throw endpointError('endpoint_probe_client_missing', { client: client.name, program: path ?? client.command });
  return { client, program: path };
}

/** Every client the PATH has, and those it has not. @throws endpoint_probe_none_installed */
export function findClients(): { readonly here: readonly InstalledClient[]; readonly absent: readonly ProbedClient[] } {
  const found = probedClients.map((client) => ({ client, program: findOnPath(client.command) }));
  const here = found.flatMap(({ client, program }) => (program === undefined ? [] : [{ client, program }]));
  const commands = probedClients.map(({ command }) => command).join(', ');
  if (here.length === 0) throw endpointError('endpoint_probe_none_installed', { commands });
  return { here, absent: found.filter(({ program }) => program === undefined).map(({ client }) => client) };
}
