import { type Command, commonOptions } from '../command.ts';

export const detect: Command = {
  name: 'detect',
  options: {
    sarif: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    rules: { type: 'string', multiple: true },
    dictionary: { type: 'string', multiple: true },
    without: { type: 'string', multiple: true },
    exclude: { type: 'string', multiple: true },
    json: commonOptions.json,
    help: commonOptions.help,
  },
  rest: 'FILE|FOLDER',
  summary: 'detect.summary',
  notes: 'detect.notes',
  examples: [
    'octroi detect .',
    'octroi detect src config --exclude node_modules --exclude "*.lock"',
    'git diff | octroi detect',
    'octroi detect . --sarif > octroi.sarif',
    'octroi detect . --rules gitleaks.toml --dictionary code-names.txt --dictionary customers.list',
    'octroi detect --jsonl < texts.jsonl',
  ],
  run: async (invocation) => (await import('../commands/detect.ts')).detect(invocation),
};

export const dictionaryBuild: Command = {
  name: 'dictionary build',
  options: {
    as: { type: 'string' },
    out: { type: 'string' },
    json: commonOptions.json,
    help: commonOptions.help,
  },
  words: ['FILE'],
  summary: 'dictionaryBuild.summary',
  notes: 'dictionaryBuild.notes',
  examples: [
    'octroi dictionary build customers.txt --as customer_number --out customers.list',
    'psql -Atc "select number from customer" | octroi dictionary build - --as customer_number --out customers.list',
    'octroi detect . --dictionary customers.list',
  ],
  run: async (invocation) => (await import('../commands/dictionary.ts')).dictionaryBuild(invocation),
};
