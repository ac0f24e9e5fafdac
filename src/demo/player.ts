import { setTimeout as delay } from 'node:timers/promises';
import { sayAsGiven } from './as-given.ts';
import { type Cast, castScenario, type Scenario, type Step } from './scenario.ts';
import type { VendorReply, VendorRequest } from './vendor.ts';

/** Somebody who works in the demo, with the key that was made for them. */
export type Player = { readonly key: string; readonly home: string; readonly repository: string };

export type StageOptions = {
  readonly gatewayUrl: string;
  readonly scenarios: readonly Scenario[];
  readonly newId: () => string;
  /** A number from 0 up to 1, handed in so that a test can decide the play. */
  readonly random: () => number;
};

/** How a session is played. */
export type Play = {
  /** About how long a person takes between two requests, in milliseconds. */
  readonly pauseMs: number;
  /** Asked before each request: whether the session ends early. */
  readonly isOver: () => boolean;
  /** Which scenario; any, where none has this name. */
  readonly name?: string;
};

/**
 * Plays captured sessions through the gateway, and tells the vendor what to answer to each of their requests.
 *
 * It is a client like any other: whatever the console shows of it went the way that all requests go.
 */
export class Stage {
  readonly #options: StageOptions;
  readonly #steps = new Map<string, Step>();
  #count = 0;

  constructor(options: StageOptions) {
    this.#options = options;
  }

  /** The vendor's side: what the captured history says was answered, in the words that reached the vendor. */
  reply(request: VendorRequest): VendorReply {
    if (request.target.startsWith('/v1/models'))
      return { kind: 'json', status: 200, body: JSON.stringify({ data: [], has_more: false }) };
    if (request.target.includes('count_tokens'))
      return { kind: 'json', status: 200, body: JSON.stringify({ input_tokens: Math.round(request.body.length / 4) }) };
    const body = JSON.parse(request.body.toString()) as { model: string; messages: readonly unknown[] };
    const step = this.#steps.get(stepKey(request.headers['x-claude-code-session-id'], body.messages.length));
    const blocks = step ? sayAsGiven(step.answer, step.request.body, body) : undefined;
    this.#count += 1;
    const tokens = Math.round(request.body.length / 4);
    const usage = {
      input: 12,
      output: 40 + Math.round(this.#options.random() * 400),
      cacheRead: Math.round(tokens * 0.9),
      cacheCreation: Math.round(tokens * 0.1),
    };
    const id = `msg_demo_${this.#count}`;
    return {
      kind: 'answer',
      answer: { id, model: body.model, blocks: blocks ?? [{ type: 'text', text: 'Done.' }], usage },
      pauseMs: 15,
    };
  }

  /** Plays one session from its first request to its last. */
  async playSession(player: Player, { pauseMs, isOver, name }: Play): Promise<void> {
    const { scenarios, random, newId } = this.#options;
    const byChance = scenarios[Math.floor(random() * scenarios.length)];
    const scenario = scenarios.find((candidate) => candidate.name === name) ?? byChance;
    if (!scenario) return;
    const cast: Cast = {
      home: player.home,
      repository: player.repository,
      sessionId: newId(),
      deviceId: deviceOf(player),
    };
    const steps = castScenario(scenario, cast);
    for (const step of steps) {
      if (isOver()) return;
      this.#steps.set(stepKey(cast.sessionId, messageCount(step)), step);
      await this.#send(player, step);
      await delay(pauseMs * (0.5 + random()));
    }
    for (const step of steps) this.#steps.delete(stepKey(cast.sessionId, messageCount(step)));
  }

  async #send(player: Player, { request }: Step): Promise<void> {
    const headers = new Headers(
      request.headers.filter(([name]) => !withheld.has(name.toLowerCase())).map(([name, value]) => [name, value]),
    );
    headers.set('authorization', `Bearer ${player.key}`);
    const body = JSON.stringify(request.body);
    try {
      const response = await fetch(this.#options.gatewayUrl + request.path, { method: request.method, headers, body });
      await response.arrayBuffer();
    } catch {
      // The post is stopping, or refuses: what happened is in the ledger, which is what the demo shows.
    }
  }
}

// What fetch sets itself.
const withheld: ReadonlySet<string> = new Set([
  'connection',
  'accept-encoding',
  'content-length',
  'host',
  'authorization',
  'x-api-key',
]);

function messageCount({ request }: Step): number {
  return (request.body as { messages: readonly unknown[] }).messages.length;
}

function stepKey(sessionId: string | undefined, messages: number): string {
  return `${sessionId} ${messages}`;
}

function deviceOf({ home }: Player): string {
  return Buffer.from(home.padEnd(32, '.')).toString('hex').slice(0, 64);
}
