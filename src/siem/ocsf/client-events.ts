import type {
  HookAnswered,
  RepositoryLabelled,
  TelemetryReceived,
  ToolDecision,
  ToolResult,
} from '../../ledger/index.ts';
import { ownActor, senderActor, workstation } from './actors.ts';
import { hookFailed } from './compliance-events.ts';
import { hookFinding } from './data-security-events.ts';
import type { OcsfEvent } from './event.ts';
import { apiActivity, type EventContext } from './make-event.ts';
import { activityStatus, control } from './outcomes.ts';
import { pathOf } from './part-resource.ts';

export function toolResult(context: EventContext, record: ToolResult): readonly OcsfEvent[] {
  const { tool, isSuccess, error, sender, client } = record;
  const telling = { activity: 99, severity: 1, message: [tool, error].filter(Boolean).join(' ') } as const;
  return [
    apiActivity(context, telling, {
      ...activityStatus(isSuccess, error),
      actor: senderActor(context, sender, client),
      src_endpoint: workstation(client),
      api: { operation: `tool ${tool}` },
      ...(record.durationMs === undefined ? {} : { duration: record.durationMs }),
      resources: pathResources(context, record),
      unmapped: {
        input_bytes: record.inputBytes,
        result_bytes: record.resultBytes,
        decision: record.decision,
        decided_by: record.decidedBy,
        client_sequence: record.sequence,
      },
    }),
  ];
}

export function toolDecision(context: EventContext, record: ToolDecision): readonly OcsfEvent[] {
  const { tool, decision, decidedBy, sender, client } = record;
  const telling = {
    activity: 99,
    severity: 1,
    message: [tool, decision, decidedBy].filter(Boolean).join(' '),
  } as const;
  return [
    apiActivity(context, telling, {
      actor: senderActor(context, sender, client),
      src_endpoint: workstation(client),
      api: { operation: `tool ${tool}` },
      resources: pathResources(context, record),
      unmapped: { decision, decided_by: decidedBy, client_sequence: record.sequence },
    }),
  ];
}

/** What a repository asks for its files. Its folder stays here: that it has labels, and which, is what is told. */
export function repositoryLabelled(context: EventContext, record: RepositoryLabelled): readonly OcsfEvent[] {
  const { labels, refused, sender, client } = record;
  const names = Object.keys(labels);
  return [
    apiActivity(
      context,
      { activity: 3, severity: refused === undefined ? 1 : 3, message: refused ?? names.join(' ') },
      {
        ...activityStatus(refused === undefined, refused),
        actor: senderActor(context, sender, client),
        src_endpoint: workstation(client),
        api: { operation: 'repository labels' },
        unmapped: { labels: names },
      },
    ),
  ];
}

export function telemetryReceived(context: EventContext, record: TelemetryReceived): readonly OcsfEvent[] {
  const { sender, client, events, firstSequence, lastSequence } = record;
  return [
    apiActivity(
      context,
      { activity: 1, severity: 1, message: String(events) },
      {
        actor: senderActor(context, sender, client),
        src_endpoint: workstation(client),
        api: { operation: 'telemetry' },
        unmapped: { events, first_sequence: firstSequence, last_sequence: lastSequence },
      },
    ),
  ];
}

export function hookAnswered(context: EventContext, record: HookAnswered): readonly OcsfEvent[] {
  const { event, verdict, reasons, tool, sender, client } = record;
  const telling = {
    activity: 99,
    severity: verdict === 'allow' ? 1 : 2,
    message: [event, verdict, ...reasons].join(' '),
    profiles: ['security_control'],
  } as const;
  const answered = apiActivity(context, telling, {
    ...control(verdict),
    actor: sender ? senderActor(context, sender, client) : ownActor,
    src_endpoint: workstation(client),
    api: { operation: `hook ${event}` },
    resources: pathResources(context, record),
    unmapped: { reasons, tool },
  });
  return [answered, ...hookFinding(context, record), ...(verdict === 'failed' ? hookFailed(context, record) : [])];
}

function pathResources(context: EventContext, { path }: { readonly path?: string }) {
  const name = pathOf(context, path);
  return name === undefined ? undefined : [{ type: 'file', name }];
}
