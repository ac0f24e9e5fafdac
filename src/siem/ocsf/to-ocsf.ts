import type { LedgerRecord, FollowedEntry } from '../../ledger/index.ts';
import { administrationEvents, erasedEvents, logEvents } from './administration-events.ts';
import { hookAnswered, repositoryLabelled, telemetryReceived, toolDecision, toolResult } from './client-events.ts';
import {
  contractResumed,
  contractStopped,
  localTraces,
  policyInForce,
  recordUnreadable,
  termsWatched,
} from './compliance-events.ts';
import type { OcsfEvent } from './event.ts';
import { connectionBegan, connectionEnded, hostUninspectable, requestsInspected } from './network-events.ts';
import { abandonedEvents, declaredEvents, finishedEvents, refusedEvents } from './exchange-events.ts';
import type { EventContext } from './make-event.ts';

/**
 * The events of OCSF 1.8 that one entry of the log stands for: at least one, whatever became of its record. The same
 * entry gives the same events with the same `metadata.uid` each time, by which a receiver tells what it has already.
 */
export function toOcsf(entry: FollowedEntry, mapping: Omit<EventContext, 'entry'>): readonly OcsfEvent[] {
  const context: EventContext = { ...mapping, entry };
  if (entry.content === 'log') return logEvents(context);
  if (entry.content === 'erased') return erasedEvents(context);
  if (entry.content === 'unreadable') return recordUnreadable(context);
  return recordEvents(context, entry.content);
}

function recordEvents(context: EventContext, record: LedgerRecord): readonly OcsfEvent[] {
  switch (record.kind) {
    case 'exchange_declared':
      return declaredEvents(context, record);
    case 'exchange_refused':
      return refusedEvents(context, record);
    case 'exchange_finished':
      return finishedEvents(context, record);
    case 'exchange_abandoned':
      return abandonedEvents(context, record);
    case 'contract_stopped':
      return contractStopped(context, record);
    case 'contract_resumed':
      return contractResumed(context, record);
    case 'policy_in_force':
      return policyInForce(context, record);
    case 'terms_watched':
      return termsWatched(context, record);
    case 'retention_sweep':
      return localTraces(context, record);
    case 'tool_result':
      return toolResult(context, record);
    case 'tool_decision':
      return toolDecision(context, record);
    case 'repository_labelled':
      return repositoryLabelled(context, record);
    case 'telemetry_received':
      return telemetryReceived(context, record);
    case 'connection_opened':
    case 'connection_refused':
      return connectionBegan(context, record);
    case 'connection_ended':
      return connectionEnded(context, record);
    case 'requests_inspected':
      return requestsInspected(context, record);
    case 'host_uninspectable':
      return hostUninspectable(context, record);
    case 'hook_answered':
      return hookAnswered(context, record);
    default:
      return administrationEvents(context, record);
  }
}
