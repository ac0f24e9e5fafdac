import { endpointErrors as englishEndpoint } from './en/errors/endpoint.ts';
import { gatewayErrors as englishGateway } from './en/errors/gateway.ts';
import { policyErrors as englishPolicy } from './en/errors/policy.ts';
import { fill, type TextArgs } from './fill.ts';
import { endpointErrors as frenchEndpoint } from './fr/errors/endpoint.ts';
import { gatewayErrors as frenchGateway } from './fr/errors/gateway.ts';
import { policyErrors as frenchPolicy } from './fr/errors/policy.ts';
import type { Language } from './language.ts';

export { type Language, languageOf } from './language.ts';

type Texts = Readonly<Record<string, { readonly text: string; readonly hint: string }>>;

const english: Texts = { ...englishGateway, ...englishPolicy, ...englishEndpoint };
const french: Texts = { ...frenchGateway, ...frenchPolicy, ...frenchEndpoint };

/** What a hook on a workstation says to a person, with the code to search for. It knows only the texts it can need. */
export function hookErrorText(language: Language, code: string, args: TextArgs): string {
  const { text, hint } = (language === 'fr' ? french : english)[code] ?? { text: code, hint: '' };
  return `octroi: ${fill(text, args)} ${fill(hint, args)} [${code}]`;
}
