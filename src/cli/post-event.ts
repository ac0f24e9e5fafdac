import type { EgressEvent } from '../egress/index.ts';
import type { GatewayEvent } from '../gateway/index.ts';
import type { SweepEvent } from '../retention/index.ts';
import type { SiemEvent } from '../siem/index.ts';
import type { LogsEvent } from './egress/tell-import.ts';
import type { EvidenceEvent } from './evidence/watch-evidence.ts';
import type { FilesEvent } from './files/watch-files.ts';
import type { RulesRemark } from './policy/tell-rules.ts';
import type { LogTelling } from './run-log.ts';
import type { DumpsEvent } from './without-crash-dumps.ts';

/** Something an operator must hear of. Holds codes and ids; never content, never a credential. */
export type PostEvent =
  | GatewayEvent
  | RulesRemark
  | DumpsEvent
  | FilesEvent
  | EvidenceEvent
  | EgressEvent
  | LogsEvent
  | SiemEvent
  | SweepEvent
  | Parameters<LogTelling>[0];
