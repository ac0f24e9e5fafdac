import { cliText } from '../../messages/index.ts';
import type { Terminal } from '../command.ts';
import type { Listener, Tally } from './inspect.ts';
import { printable } from './mask.ts';
import type { Placed } from './places.ts';
import { reasonText } from './reason-text.ts';

/** Shows findings as they come: where, what, and the line with its values masked. */
export function peopleListener(terminal: Terminal): Listener {
  return {
    onFinding: (finding) => terminal.emit(shown(finding)),
    onUnscanned: ({ path, reason }) =>
      terminal.remark(
        cliText(terminal.language, 'detect.unscanned', {
          path: printable(path),
          reason: reasonText(terminal.language, reason),
        }),
      ),
  };
}

function shown({ path, line, column, kind, class: of, detector, excerpt }: Placed): string {
  return `${printable(path)}:${line}:${column}  ${kind} (${of}, ${detector})\n    ${excerpt}\n`;
}

/** The last lines: what was looked at, what was found, what was not looked at. */
export function remarkTally({ remark, language }: Terminal, tally: Tally): void {
  const { findings, filesWithFindings, files, bytes, binaries, links, special, unscanned } = tally;
  remark(
    cliText(language, 'detect.tally', {
      findings,
      filesWithFindings,
      files,
      megabytes: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_048_576),
    }),
  );
  const passedOver = { binaries: binaries.length, links, special };
  if (Object.values(passedOver).some((count) => count > 0)) remark(cliText(language, 'detect.passedOver', passedOver));
  if (unscanned.length > 0) remark(cliText(language, 'detect.incomplete', { count: unscanned.length }));
}
