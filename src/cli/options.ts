import type { Invocation } from './command.ts';
import { textOption } from './read-options.ts';
import type { Settings } from './settings/settings.ts';
import { type Installation, loadSettings, openInstallation } from './wire.ts';

/** The settings, with what the command line says before all else. */
export async function settingsOf({ options }: Invocation): Promise<Settings> {
  return loadSettings(textOption(options, 'config'), {
    OCTROI_DATA: textOption(options, 'data') ?? process.env['OCTROI_DATA'],
  });
}

/** Opens the installation, runs `work`, and closes it whatever happens. Joins a running post. */
export async function withInstallation<T>(
  invocation: Invocation,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation({ settings: await settingsOf(invocation), mode: 'share' });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
