// A proxy that buffers the body and forwards it, unread.
import { startProxy } from './proxy.ts';

startProxy((body) => body);
