// The vendor's part: reads a request, answers at once with a short message as JSON or as a stream of events.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageEvents, messageJson } from '../../src/demo/wire.ts';

const answer = {
  id: 'msg_bench',
  model: 'claude-opus-5-5',
  blocks: [{ type: 'text', text: 'The function reads the file, checks its form and returns it. '.repeat(20) }],
  usage: { input: 100, output: 100, cacheRead: 0, cacheCreation: 0 },
} as const;
const json = Buffer.from(messageJson(answer));
const events = messageEvents(answer).map((event) => Buffer.from(event));

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const isStream = request.headers['x-bench-mode'] === 'sse';
    response.setHeader('request-id', 'req_bench');
    response.setHeader('anthropic-organization-id', 'org-bench');
    if (request.headers['x-bench-mode'] === 'open') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const timer = setInterval(() => response.write(events[1]), 1_000);
      response.write(events[0]);
      response.on('close', () => clearInterval(timer));
      return;
    }
    response.writeHead(
      200,
      isStream
        ? { 'content-type': 'text/event-stream' }
        : { 'content-type': 'application/json', 'content-length': json.length },
    );
    if (!isStream) return response.end(json);
    for (const event of events) response.write(event);
    response.end();
  });
});
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
