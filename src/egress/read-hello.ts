import type { Socket } from 'node:net';
import { type ClientHello, mostHelloBytes, readClientHello } from './client-hello.ts';

export type FirstBytes = {
  /** All that came so far, to be sent on. */
  readonly bytes: Buffer;
  readonly outcome: 'hello' | 'not_tls' | 'malformed' | 'too_slow' | 'left';
  readonly hello: ClientHello | undefined;
};

/** Reads from a socket until a client hello is whole, in whatever pieces it comes. The socket is paused afterwards. */
export function readHello(socket: Socket, head: Buffer, withinMs: number): Promise<FirstBytes> {
  const { promise, resolve } = Promise.withResolvers<FirstBytes>();
  let bytes = head;
  let worthLookingAt = 0;
  const end = (outcome: FirstBytes['outcome'], hello?: ClientHello): void => {
    clearTimeout(timer);
    socket.pause();
    for (const [event, listener] of Object.entries(listeners)) socket.off(event, listener);
    resolve({ bytes, outcome, hello });
  };
  const look = (): boolean => {
    if (bytes.length < worthLookingAt) return false;
    const reading = readClientHello(bytes);
    if (reading.kind === 'hello') end('hello', reading.hello);
    else if (reading.kind !== 'more') end(reading.kind);
    else if (bytes.length > mostHelloBytes * 2) end('malformed');
    else {
      worthLookingAt = reading.atLeast;
      return false;
    }
    return true;
  };
  const listeners = {
    data: (chunk: Buffer): void => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk]);
      look();
    },
    end: (): void => end('left'),
    close: (): void => end('left'),
  };
  const timer = setTimeout(() => end('too_slow'), withinMs);
  if (head.length > 0 && look()) return promise;
  for (const [event, listener] of Object.entries(listeners)) socket.on(event, listener);
  socket.resume();
  return promise;
}
