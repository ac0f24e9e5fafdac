import { isIP } from 'node:net';

/** Whether a text is an address, or a network as `10.0.0.0/8`. */
export function isNetwork(entry: string): boolean {
  const [network = '', prefix = '0', ...more] = entry.split('/');
  const family = isIP(network);
  return family !== 0 && more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32);
}
