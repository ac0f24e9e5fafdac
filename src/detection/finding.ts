/** What a finding is about. `dictionary` is what the operator named: code names, clients, hosts, listed values. */
export type FindingClass = 'secret' | 'personal' | 'dictionary';

/** A stretch of a text, in UTF-16 units; `end` is the first unit that no longer belongs to it. */
export type Span = { readonly start: number; readonly end: number };

/**
 * Something sensitive in a text: where it stands and what it is.
 *
 * It never holds the value: findings go into records, logs and screens. `kind` is made of `[a-z0-9_]`, since it becomes
 * part of the placeholder.
 */
export type Finding = Span & {
  readonly detector: string;
  readonly kind: string;
  readonly class: FindingClass;
  /**
   * Where the credentials themselves stand inside a larger finding, such as the password in a database's address: secrets
   * of their own wherever they come back. Absent where the finding is the credential.
   */
  readonly inner?: readonly Span[];
};

/** What a detector finds: a stretch, and the credentials inside it where they are not all of it. */
export type Found = Span & Pick<Finding, 'inner'>;
