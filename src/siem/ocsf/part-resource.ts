import { type DeclaredPart, shownPath } from '../../ledger/index.ts';
import type { Resource } from './event.ts';
import type { EventContext } from './make-event.ts';

// Receivers of syslog take some tens of kilobytes at most. What is left out is counted, and the event says that it was cut.
const maxParts = 50;
const maxFindings = 5;

/** The first parts of a declaration as an event tells them, and whether anything is left out. */
export function partResources(context: EventContext, parts: readonly DeclaredPart[]) {
  return {
    resources: parts.slice(0, maxParts).map((part) => partResource(context, part)),
    isTruncated: parts.length > maxParts || parts.some(({ findings = [] }) => findings.length > maxFindings),
  };
}

/** A piece of what left, or was to leave: its kind, size and keyed fingerprint, and what was found in it. */
function partResource(context: EventContext, part: DeclaredPart): Resource {
  const { kind, bytes, fingerprint, sent, path, source, tool, mediaType, findings } = part;
  return {
    type: kind,
    name: pathOf(context, path),
    uid: fingerprint,
    data: {
      bytes,
      sent,
      source,
      tool,
      media_type: mediaType,
      findings_count: findings?.length,
      findings: findings?.slice(0, maxFindings).map((each) => ({
        detector: each.detector,
        kind: each.kind,
        class: each.class,
        handling: each.handling,
        fingerprint: each.fingerprint,
      })),
    },
  };
}

/** A path as it may be told outside, or undefined where none is told. */
export function pathOf({ hasPaths }: EventContext, path: string | undefined): string | undefined {
  return hasPaths && path !== undefined ? shownPath(path) : undefined;
}

/** The file of a path. */
export function fileOf(context: EventContext, path: string | undefined) {
  const shown = pathOf(context, path);
  if (shown === undefined) return undefined;
  return { name: shown.split(/[/\\]/).at(-1) || shown, path: shown, type_id: 1 };
}
