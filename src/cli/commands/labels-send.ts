import { describeCause } from '../../base/index.ts';
import { labelsFilesFrom } from '../../endpoint/index.ts';
import { cliText } from '../../messages/index.ts';
import type { Run } from '../command.ts';
import { cliError } from '../errors.ts';
import { gatewayOption } from '../endpoint/gateway-option.ts';

type Event = { readonly session_id: string; readonly cwd: string };

/** What the gateway answers: what the person should read, or why it refuses. */
type Answer = { readonly systemMessage?: unknown; readonly error?: { readonly message?: unknown } };

// The client waits ten seconds for a hook.
const answerWithinMs = 8_000;

export const labelsSend: Run = async ({ terminal, options }) => {
  const gateway = gatewayOption(options);
  const key = process.env['OCTROI_KEY'] || process.env['ANTHROPIC_AUTH_TOKEN'];
  if (!key) throw cliError('cli_option_missing', { option: 'ANTHROPIC_AUTH_TOKEN' });
  const event = eventOf(await terminal.readInput());
  const files = labelsFilesFrom(event.cwd);
  if (files.length === 0) return;
  const told = await handIn(gateway, key, JSON.stringify({ session_id: event.session_id, files })).catch(
    (fault: unknown) => cliText(terminal.language, 'labelsSend.failed', { cause: describeCause(fault) }),
  );
  if (told !== undefined) terminal.print(JSON.stringify({ systemMessage: told }));
};

async function handIn(gateway: string, key: string, body: string): Promise<string | undefined> {
  const answered = await fetch(`${gateway}/hooks/repository-labels`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body,
    // Whoever redirects would be handed the key.
    redirect: 'error',
    signal: AbortSignal.timeout(answerWithinMs),
  });
  const { systemMessage, error } = (await answered.json()) as Answer;
  const told = answered.ok ? systemMessage : (error?.message ?? `HTTP ${answered.status}`);
  return told === undefined ? undefined : String(told);
}

function eventOf(text: string): Event {
  try {
    const { session_id: session, cwd } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof session === 'string' && typeof cwd === 'string') return { session_id: session, cwd };
  } catch {
    // No JSON is no event: told below.
  }
  throw cliError('cli_option_invalid', { option: 'event', value: 'session_id, cwd' });
}
