import type { main } from './main.ts';

/** The rest of the program. In the one file it lies compressed beside the hook, which is then not slowed by reading it. */
export async function unpacked(): Promise<{ readonly main: typeof main }> {
  return import('./main.ts');
}
