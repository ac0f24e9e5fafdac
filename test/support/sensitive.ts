// Values that are found, put together here, so that no scanner takes them for real ones.
export const token = ['gh', 'p_', 'x7Rk2LmQ9vTz4WcY8nBd3FgH6jKp1SaEuQ0I'].join('');
export const password = ['Vz9', '!kRt', '2mQx'].join('');
export const iban = ['FR76', '3000', '6000', '0112', '3456', '7890', '189'].join('');

/** The stand-in of this kind that a text holds; `none` when it holds none. */
export function standInIn(text: string, kind: string): string {
  return new RegExp(`octr0_${kind}_[a-z2-7]{16}(?:@redacted\\.invalid)?`).exec(text)?.[0] ?? 'none';
}

let sessions = 0;

/** The header of a session that nobody has used before. */
export function newSession(): Readonly<Record<string, string>> {
  sessions += 1;
  return { 'x-claude-code-session-id': `session-${process.pid}-${sessions}` };
}

/** A request of these messages. */
export function bodyOf(messages: readonly unknown[], more: object = {}): string {
  return JSON.stringify({ model: 'claude-opus-5-5', max_tokens: 100, messages, ...more });
}
