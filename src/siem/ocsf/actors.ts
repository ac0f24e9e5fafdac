import type { Actor as RecordedActor, ClientFacts, Sender } from '../../ledger/index.ts';
import type { Actor, Endpoint, User } from './event.ts';
import type { EventContext, Names } from './make-event.ts';

/** A person: their id and pseudonym, never a name. */
export function person({ persons }: Names, id: string): User {
  return { uid: id, name: persons.get(id), type_id: 1 };
}

/** Who sends, in which workspace, with which key or session, by which client. */
export function senderActor({ names }: EventContext, sender: Sender, client: ClientFacts): Actor {
  const { personId, workspaceId, keyId } = sender;
  return {
    user: {
      ...person(names, personId),
      groups: [{ uid: workspaceId, name: names.workspaces.get(workspaceId) }],
      programmatic_credentials: [{ uid: keyId, type: 'octroi_key' }],
    },
    session: client.sessionId === undefined ? undefined : { uid: client.sessionId },
    app_name: appOf(client),
  };
}

/** The workstation, as far as the client tells it. */
export function workstation(client: ClientFacts): Endpoint {
  return { uid: client.deviceId, svc_name: appOf(client) ?? 'unknown' };
}

/** Where an act of administration came from: a person's own session is one at the console. */
export function surfaceOf(actor: RecordedActor | 'schedule'): string {
  return typeof actor === 'string' ? actor : 'console';
}

/** octroi itself, where nobody else did it. */
export const ownActor: Actor = { app_name: 'octroi' };
export const ownEndpoint: Endpoint = { svc_name: 'octroi' };

// `claude-cli/2.1.0 (external, cli)` is the program claude-cli.
function appOf({ userAgent }: ClientFacts): string | undefined {
  return userAgent?.split(/[\s/]/)[0] || undefined;
}
