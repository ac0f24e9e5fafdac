import type { Options } from './command.ts';
import { cliError } from './errors.ts';

/** A text option, or undefined. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given more than once. */
export function textsOption(options: Options, name: string): readonly string[] {
  const values = options[name];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}

/** @throws cli_option_missing */
export function requiredOption(options: Options, name: string): string {
  const value = textOption(options, name);
  if (value === undefined || value === '') throw cliError('cli_option_missing', { option: `--${name}` });
  return value;
}

/** A whole number, or `fallback`. @throws cli_option_invalid */
export function integerOption(options: Options, name: string, fallback: number): number {
  const value = textOption(options, name);
  if (value === undefined) return fallback;
  if (!/^\d{1,9}$/.test(value)) throw cliError('cli_option_invalid', { option: `--${name}`, value });
  return Number(value);
}

/** An instant given as a date or a date and time; UTC where it names no zone. @throws cli_option_invalid */
export function instantOption(options: Options, name: string): string | undefined {
  const value = textOption(options, name);
  if (value === undefined) return undefined;
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.test(value);
  const zoned = /T/.test(value) && !/(Z|[+-]\d{2}:\d{2})$/.test(value) ? `${value}Z` : value;
  const at = new Date(zoned);
  if (!isDate || Number.isNaN(at.getTime())) throw cliError('cli_option_invalid', { option: `--${name}`, value });
  return at.toISOString();
}

/** A day as its first instant in UTC, or undefined. @throws cli_option_invalid */
export function dayOption(options: Options, name: string): Date | undefined {
  const value = textOption(options, name);
  if (value === undefined) return undefined;
  const day = new Date(`${value}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(day.getTime());
  if (!isDay || day.toISOString().slice(0, 10) !== value)
    throw cliError('cli_option_invalid', { option: `--${name}`, value });
  return day;
}

/** A language, by its code. @throws cli_option_invalid */
export function languageOption(value: string): 'fr' | 'en' {
  if (value === 'fr' || value === 'en') return value;
  throw cliError('cli_option_invalid', { option: '--language', value });
}
