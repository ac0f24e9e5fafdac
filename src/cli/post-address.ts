import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from './settings/settings.ts';

/** Where a post is reached. */
export type PostAddress = { readonly gatewayUrl: string; readonly consoleUrl: string };

const fileOf = (settings: Settings): string => join(settings.data, 'post.json');

/** Leaves word in the data folder of where this post is reached, for commands that name its addresses. */
export async function announceAddress(settings: Settings, address: PostAddress): Promise<void> {
  await writeFile(fileOf(settings), `${JSON.stringify(address)}\n`);
}

export async function withdrawAddress(settings: Settings): Promise<void> {
  await rm(fileOf(settings), { force: true });
}

/** Where the post of these settings is reached: by its own word while it runs, by the settings otherwise. */
export async function addressOf(settings: Settings): Promise<PostAddress> {
  const { gateway, console: panel } = settings;
  const usual = {
    gatewayUrl: gateway.publicUrl || `http://${gateway.host}:${gateway.port}`,
    consoleUrl: panel.publicUrl.replace(/\/+$/, '') || `http://${panel.host}:${panel.port}`,
  };
  return (await announced(settings)) ?? usual;
}

async function announced(settings: Settings): Promise<PostAddress | undefined> {
  try {
    const read: unknown = JSON.parse(await readFile(fileOf(settings), 'utf8'));
    if (typeof read !== 'object' || read === null || !('gatewayUrl' in read) || !('consoleUrl' in read))
      return undefined;
    return { gatewayUrl: String(read.gatewayUrl), consoleUrl: String(read.consoleUrl) };
  } catch {
    return undefined; // None is running, or none that has left word: then the settings say it.
  }
}
