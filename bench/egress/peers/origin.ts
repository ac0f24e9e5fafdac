// What stands behind the proxies: answers a client hello with a byte, and what begins with G with bytes without end. Prints its port.
import { type AddressInfo, createServer } from 'node:net';

const block = Buffer.alloc(65_536, 7);
const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => {});
  socket.once('data', (first: Buffer) => {
    socket.write('!');
    // A hello that asks for bytes says so in its last one.
    if (first.at(-1) !== 0x47) return;
    const fill = (): void => {
      while (socket.writable && socket.write(block));
    };
    socket.on('drain', fill);
    fill();
  });
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () =>
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`),
);
