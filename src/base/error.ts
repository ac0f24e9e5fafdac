/** Values that a message text may name. Never a secret and never a file's content: they reach logs and screens. */
export type ErrorArgs = Readonly<Record<string, string | number>>;

/**
 * The one error that octroi throws on purpose.
 *
 * `code` is stable, lower_snake and listed in its room's `errors.ts`; the text and the hint a person reads stand in
 * `messages/` under that code, in both languages. `args` fill the text's braces.
 */
export class OctroiError extends Error {
  readonly code: string;
  readonly args: ErrorArgs;

  constructor(code: string, args: ErrorArgs = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.name = 'OctroiError';
    this.code = code;
    this.args = args;
  }
}

/** A constructor bound to one room's codes, so that a code outside its list does not compile. */
export function errorMaker<Code extends string>(): (code: Code, args?: ErrorArgs, cause?: unknown) => OctroiError {
  return (code, args, cause) => new OctroiError(code, args, cause);
}

/** What a caught value says, for a log line: an octroi code, a system code, or the error's name. Never its message, which may carry content. */
export function describeCause(thrown: unknown): string {
  if (thrown instanceof OctroiError) return thrown.code;
  if (!(thrown instanceof Error)) return typeof thrown;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return thrown.name;
}
