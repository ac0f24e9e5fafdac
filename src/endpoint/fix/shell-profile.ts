import { isRecord } from '../claude/settings-document.ts';

/** The variables of Claude Code's settings as a file that every login shell reads. */
export function shellProfile(settings: string): string {
  const values: unknown = JSON.parse(settings);
  const variables = isRecord(values) && isRecord(values['env']) ? Object.entries(values['env']) : [];
  const lines = variables.map(([name, value]) => `export ${name}='${String(value).replaceAll("'", "'\\''")}'`);
  return ['# octroi endpoint fix', ...lines, ''].join('\n');
}
