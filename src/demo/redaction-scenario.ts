import type { CapturedRequest, Scenario } from './scenario.ts';

/** The name of the session that shows redaction. */
export const redactionName = 'settings-with-secrets';

/**
 * Makes a session in which a file with a secret, a bank account and an address is read and edited, from the first
 * request of a captured one. Its values are invented, and put together here, so that no scanner takes them for real ones.
 */
export function makeRedactionScenario(captured: Scenario): Scenario {
  const [first] = captured.requests;
  const start = messagesOf(first).slice(0, 1);
  const [read, edit] = [
    toolUse('toolu_demo10', 'Read', { file_path: path }),
    toolUse('toolu_demo20', 'Edit', editInput),
  ];
  const turns: readonly (readonly Message[])[] = [
    [...ask(start)],
    [read, toolResult('toolu_demo10', numbered(fileLines))],
    [edit, toolResult('toolu_demo20', `The file ${path} has been updated successfully.`)],
  ];
  return {
    name: redactionName,
    requests: first ? turns.map((_, index) => withMessages(first, turns.slice(0, index + 1).flat())) : [],
  };
}

type Message = { readonly role: string; readonly content: unknown };

const path = '/home/dev/projects/plain/config/payments.env';
const timeout = 'PAYMENT_TIMEOUT_SECONDS=';
const contact = `BILLING_CONTACT=${['camille.durand', 'example.com'].join('@')}`;

const fileLines: readonly string[] = [
  '# Payments: the provider, and where refunds are paid from.',
  'PAYMENT_PROVIDER_URL=https://payments.internal/v2',
  `PAYMENT_API_SECRET=${['q7Rk', '2mVx', '9LtZ', 'w4Hd', '8NcB'].join('')}`,
  `REFUND_IBAN=${iban('30099', '00417', '0002Z859204')}`,
  contact,
  `${timeout}30`,
];

// The line of the address is quoted with the one that changes: what the edit must match holds a stand-in.
const editInput = {
  replace_all: false,
  file_path: path,
  old_string: `${contact}\n${timeout}30`,
  new_string: `${contact}\n${timeout}60`,
};

// https://www.ecbs.org/iban.htm: the bank's, the branch's and the account's numbers, then a check over all of it.
function iban(bank: string, branch: string, account: string): string {
  const number = `${bank}${branch}${account}37`;
  const digits = `${number}FR00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const rest = [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return `FR${String(98 - rest).padStart(2, '0')}${number}`;
}

function ask(start: readonly Message[]): readonly Message[] {
  const prompt = {
    type: 'text',
    text: 'Refunds time out. Raise the payment timeout to a minute in config/payments.env.',
  };
  return start.map(({ role, content }) => ({
    role,
    content: Array.isArray(content) ? [...content.slice(0, -1), prompt] : [prompt],
  }));
}

function numbered(lines: readonly string[]): string {
  return lines.map((line, index) => `${index + 1}\t${line}`).join('\n');
}

function toolUse(id: string, name: string, input: object): Message {
  return { role: 'assistant', content: [{ type: 'tool_use', id, name, input }] };
}

function toolResult(id: string, content: string): Message {
  return { role: 'user', content: [{ tool_use_id: id, type: 'tool_result', content }] };
}

function messagesOf(request: CapturedRequest | undefined): readonly Message[] {
  return (request?.body as { messages?: readonly Message[] } | undefined)?.messages ?? [];
}

function withMessages(request: CapturedRequest, messages: readonly Message[]): CapturedRequest {
  return { ...request, body: { ...(request.body as object), messages } };
}
