import type { Catalogue } from '../../catalogue/index.ts';
import type { PlanFacts } from '../facts.ts';
import type { Policy } from '../policy.ts';

/** Gives the text of a key in the reader's language; braces are filled from `args`. */
export type Say = (key: string, args: Readonly<Record<string, string | number>>) => string;

/** How Claude Code reaches its models: through this post, or signed in to the organisation. Never both, see `claude-code.ts`. */
export type Route =
  | { readonly kind: 'gateway'; readonly url: string; readonly hooksUrl?: string; readonly hookCommand?: string }
  | { readonly kind: 'login'; readonly organizationId: string; readonly hookCommand?: string };

export type CompileInput = {
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  /** The instant whose terms count, ISO 8601 in UTC. */
  readonly at: string;
  /** The plan that is used there, and by which contract and workspace. */
  readonly plan: PlanFacts;
  readonly contract: string;
  readonly workspace: string;
  /** The roles of the person it is made for; none where it is the same for everybody. */
  readonly roles?: readonly string[];
  readonly route: Route;
  readonly say: Say;
};

/** A file for another program. `about` stands in its head where its format has comments, or beside it where it has none. */
export type Artefact = { readonly name: string; readonly text: string };

/** Something the policy asks for that a program does not do; the text stands in `messages/` under `compileLimit.<key>`. */
export type Limit = { readonly key: string; readonly args?: Readonly<Record<string, string | number>> };

/** What a target makes of a policy: its file, what begins a comment in it, and what it leaves unenforced. */
export type Made = {
  readonly name: string;
  readonly text: string;
  /** `#`, `;`, `//`; undefined where the format has no comments. */
  readonly comment: string | undefined;
  /** What must stand before any comment. */
  readonly firstLine?: string;
  readonly limits: readonly Limit[];
};

export type Target = {
  readonly id: string;
  /** The plan it is made for where nobody names one: `vendor/plan`. */
  readonly plan: string;
  readonly make: (input: CompileInput) => readonly Made[];
};
