import type { IncomingMessage, ServerResponse } from 'node:http';
import { OctroiError } from '../base/index.ts';
import { languageOf } from '../messages/index.ts';
import type { Admission } from './admission.ts';
import { isSignInPath, SignInWays } from './client-sign-in/sign-in-ways.ts';
import { enrol, takeDeviceReport } from './devices/take-device.ts';
import { type Exchange, userAgentOf } from './exchange.ts';
import type { GatewayParts } from './gateway.ts';
import type { Held, HeldBytes } from './held-bytes.ts';
import { answerClientHook, type HookRequest } from './hooks/client-hook.ts';
import { answerInferenceHook } from './hooks/inference-hook.ts';
import { identifyAside, Refused } from './identify-sender.ts';
import { answerModels } from './managed-settings/models.ts';
import { answerSettings } from './managed-settings/answer-settings.ts';
import { ServedSettings, type SettingsState } from './managed-settings/served-settings.ts';
import type { SessionLabels } from './labels/session-labels.ts';
import { takeLabels } from './labels/take-labels.ts';
import type { Inspector } from './inspection/inspect.ts';
import { receiveBody } from './receive-body.ts';
import { splitTarget } from './route.ts';
import { takeTelemetry, telemetryPaths } from './telemetry/take-telemetry.ts';

type Handled = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** What is shared with the way of an exchange. */
export type AsideParts = {
  readonly inspector: Inspector;
  readonly held: HeldBytes;
  readonly labels: SessionLabels;
  /** Where clients reach the gateway, once it listens. */
  readonly base: () => string;
};

/** What stands beside the way of an exchange: nothing of it goes to the vendor. */
export class Aside {
  readonly #gateway: GatewayParts;
  readonly #inspector: Inspector;
  readonly #held: HeldBytes;
  readonly #labels: SessionLabels;
  readonly #signIn: SignInWays | undefined;
  readonly #settings: ServedSettings | undefined;

  constructor(gateway: GatewayParts, { inspector, held, labels, base }: AsideParts) {
    this.#gateway = gateway;
    this.#inspector = inspector;
    this.#held = held;
    this.#labels = labels;
    const { signIn, settingsFor, trustedProxies, tell } = gateway;
    this.#signIn = signIn && new SignInWays({ signIn, base, trustedProxies, tell });
    this.#settings = settingsFor && new ServedSettings(settingsFor, base);
  }

  /** Answers the request, where it belongs here. Rejects with what refuses it. */
  take(handled: Handled): Promise<void> | undefined {
    const target = splitTarget(handled.request.url ?? '');
    if (this.#signIn && isSignInPath(target.path)) return this.#signIn.take(handled, target);
    const asked = `${handled.request.method} ${target.path}`;
    if (this.#settings && asked === 'GET /managed/settings') return this.#takeSettings(handled, this.#settings);
    if (handled.request.method === 'POST' && telemetryPaths.has(target.path))
      return this.#takeTelemetry(handled, target.path);
    const { inferenceHooks: hooks } = this.#gateway;
    if (hooks && asked === 'POST /hooks/inference')
      return this.#holding((held) => answerInferenceHook(this.#gateway, this.#inspector, { hooks, held, ...handled }));
    const { devices: desk } = this.#gateway;
    if (desk && asked === 'POST /devices/enrol')
      return this.#takeOfDevice(handled, (held) => enrol(this.#gateway, { desk, held, ...handled }));
    if (desk && asked === 'POST /devices/reports')
      return this.#takeOfDevice(handled, (held) =>
        takeDeviceReport(this.#gateway, this.#inspector, { desk, held, ...handled }),
      );
    if (asked === 'POST /hooks/claude-code') return this.#takeHook(handled);
    if (asked === 'POST /hooks/repository-labels') return this.#takeLabels(handled);
    return undefined;
  }

  /** How the settings that a client says it runs under compare to those it is served. */
  async settingsState(request: IncomingMessage, admission: Admission): Promise<SettingsState | undefined> {
    const stated = request.headers['x-claude-code-managed-settings-checksum'];
    return typeof stated === 'string' ? this.#settings?.compare(admission, stated) : undefined;
  }

  async #takeSettings({ request, response }: Handled, settings: ServedSettings): Promise<void> {
    const admission = await identifyAside(this.#gateway, request);
    request.resume();
    answerSettings(response, await settings.of(admission), request.headers['if-none-match']);
  }

  async #takeTelemetry({ request, response }: Handled, path: string): Promise<void> {
    const admission = await identifyAside(this.#gateway, request);
    await this.#holding((held) =>
      takeTelemetry(this.#gateway, this.#inspector, { path, request, response, admission, held }),
    );
  }

  #takeHook(handled: Handled): Promise<void> {
    const ways = { gateway: this.#gateway, inspector: this.#inspector, labels: this.#labels };
    return this.#takeOfClient(handled, (asked) => answerClientHook(ways, asked));
  }

  #takeLabels(handled: Handled): Promise<void> {
    const ways = { gateway: this.#gateway, inspector: this.#inspector, labels: this.#labels };
    return this.#takeOfClient(handled, (asked) => takeLabels(ways, asked));
  }

  async #takeOfClient({ request, response }: Handled, answer: (asked: HookRequest) => Promise<void>): Promise<void> {
    const admission = await identifyAside(this.#gateway, request, /^oct[ah]?_/);
    await this.#holding(async (held) => {
      const body = await receiveBody(request, this.#gateway.limits, held);
      await answer({ body, userAgent: userAgentOf(request), admission, response });
    });
  }

  // Nobody is known by a device, so its own word says in which language whoever stands at it reads.
  async #takeOfDevice({ request }: Handled, work: (held: Held) => Promise<void>): Promise<void> {
    try {
      await this.#holding(work);
    } catch (fault) {
      const asked = request.headers['accept-language'];
      if (asked === undefined || !(fault instanceof OctroiError)) throw fault;
      throw new Refused(fault, languageOf(asked));
    }
  }

  // Bodies beside the way of an exchange take room in memory like those on it.
  async #holding(work: (held: Held) => Promise<void>): Promise<void> {
    const held = this.#held.hold();
    try {
      await work(held);
    } finally {
      held.release();
    }
  }

  /** Answers a request for the list of models, and tells whether it did: where nothing is listed the vendor is asked. */
  async takeModels({ admission, request, response, route }: Exchange): Promise<boolean> {
    if (route.path !== '/v1/models') return false;
    const models = await this.#gateway.modelsFor?.(admission);
    if (models === undefined || models.length === 0) return false;
    request.resume();
    answerModels(response, models);
    return true;
  }
}
