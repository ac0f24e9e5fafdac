// A bare CONNECT proxy of Node's own parts: no policy, no record, no look inside. Prints its port.
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

const server = createServer();
server.on('connect', (request, client: Socket, head: Buffer) => {
  const port = Number((request.url ?? '').split(':').at(-1));
  const upstream = connect({ host: '127.0.0.1', port, noDelay: true }, () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length > 0) upstream.write(head);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  upstream.on('error', () => client.destroy());
  client.on('error', () => upstream.destroy());
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
