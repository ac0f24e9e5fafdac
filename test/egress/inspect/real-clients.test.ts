import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ProxyAgent, request } from 'undici';
import { afterEach, expect, test } from 'vitest';
import { closeAll } from '../../support/egress.ts';
import { makeFolder } from '../../support/folder.ts';
import { type InspectedProxy, startInspecting, startVendor, type Vendor, vendorHost } from '../../support/inspected.ts';

afterEach(closeAll);

const exec = promisify(execFile);

async function authorityFile({ authorityPem }: InspectedProxy): Promise<string> {
  const file = join(await makeFolder(), 'authority.pem');
  await writeFile(file, authorityPem);
  return file;
}

function urlOf({ port }: Vendor, path: string): string {
  return `https://${vendorHost}:${port}${path}`;
}

test.each([
  ['--http1.1', '1.1'],
  ['--http2', '2'],
] as const)('curl %s', async (flag, version) => {
  const vendor = await startVendor();
  const started = await startInspecting(vendor);
  const cacert = await authorityFile(started);
  const curl = async (path: string) => {
    const common = [
      '-sS',
      flag,
      '--proxy',
      started.proxy.url,
      '--cacert',
      cacert,
      '-w',
      '\n%{http_version} %{http_code}',
    ];
    return (await exec('curl', [...common, '-d', 'x'.repeat(100_000), urlOf(vendor, path)])).stdout;
  };
  expect(await curl('/v1/messages')).toBe(`answered\n${version} 200`);
  expect(await curl('/api/event_logging/v2/batch')).toMatch(new RegExp(`egress_path_denied[\\s\\S]*\n${version} 403$`));
  expect(vendor.reached).toMatchObject([{ path: '/v1/messages', body: 'x'.repeat(100_000) }]);
  await expect(
    exec('curl', ['-sS', flag, '--proxy', started.proxy.url, urlOf(vendor, '/v1/messages')]),
  ).rejects.toThrow(/certificate/);
});

test('undici over HTTP/2 through its proxy agent', async () => {
  const vendor = await startVendor();
  const started = await startInspecting(vendor);
  const requestTls = { ca: [started.authorityPem], servername: vendorHost };
  const agent = new ProxyAgent({ uri: started.proxy.url, allowH2: true, requestTls });
  const asked = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const { statusCode, body } = await request(urlOf(vendor, '/v1/messages'), {
        method: 'POST',
        body: 'hello',
        dispatcher: agent,
      });
      return [statusCode, await body.text()];
    }),
  );
  expect(asked).toEqual(Array.from({ length: 8 }, () => [200, 'answered']));
  expect(new Set(vendor.reached.map(({ version }) => version))).toEqual(new Set(['2.0']));
  await agent.close();
});

test('Node with NODE_EXTRA_CA_CERTS and the proxy of its environment', async () => {
  const vendor = await startVendor();
  const started = await startInspecting(vendor);
  const environment = {
    ...process.env,
    NODE_EXTRA_CA_CERTS: await authorityFile(started),
    NODE_USE_ENV_PROXY: '1',
    HTTPS_PROXY: started.proxy.url,
    NO_PROXY: '',
  };
  const program = `require('node:https').get(${JSON.stringify(urlOf(vendor, '/v1/models'))}, (answer) => { console.log(answer.statusCode); answer.pipe(process.stdout); })`;
  const { stdout } = await exec(process.execPath, ['-e', program], { env: environment });
  expect(stdout).toBe('200\nanswered');
});

test.each(['--http1.1', '--http2'])('a stream of events passes as it comes: curl %s', async (flag) => {
  const waiting = Promise.withResolvers<ServerResponse>();
  const vendor = await startVendor((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('data: first\n\n');
    waiting.resolve(response);
  });
  const started = await startInspecting(vendor);
  const cacert = await authorityFile(started);
  const child = execFile('curl', [
    '-sSN',
    flag,
    '--proxy',
    started.proxy.url,
    '--cacert',
    cacert,
    urlOf(vendor, '/v1/messages'),
  ]);
  let heard = '';
  child.stdout?.on('data', (chunk) => (heard += chunk));
  // The host goes on only once the client has the first event.
  await expect.poll(() => heard).toBe('data: first\n\n');
  (await waiting.promise).end('data: last\n\n');
  await expect.poll(() => heard).toBe('data: first\n\ndata: last\n\n');
});

test.each([[['http/1.1']], [['h2']]])(
  'a body that nobody reads is not taken from the host beyond what waits: %s',
  async (protocols) => {
    const chunk = Buffer.alloc(65_536);
    let sent = 0;
    const vendor = await startVendor((_request, response) => {
      const go = (): void => {
        do sent += chunk.length;
        while (response.write(chunk) && sent < 200_000_000);
      };
      response.on('drain', go);
      go();
    });
    const started = await startInspecting(vendor);
    const requestTls = { ca: [started.authorityPem], servername: vendorHost };
    const agent = new ProxyAgent({ uri: started.proxy.url, allowH2: protocols[0] === 'h2', requestTls });
    const { body } = await request(urlOf(vendor, '/v1/messages'), { dispatcher: agent });
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = sent === before && sent > 0;
          before = sent;
          return isStill;
        },
        { interval: 300, timeout: 20_000 },
      )
      .toBe(true);
    expect(sent).toBeLessThan(40_000_000);
    body.destroy();
    body.on('error', () => {});
    await agent.destroy();
  },
);
