import type { Artefact, CompileInput, Made } from './target.ts';

/** What fills the sentence that says where an artefact comes from. */
export function madeArgs({ policy, catalogue, plan }: CompileInput): Readonly<Record<string, string>> {
  return { version: policy.version, catalogue: catalogue.version, plan: `${plan.vendor}/${plan.plan}` };
}

/**
 * The files that a target's work is told in: the file itself, with what it says of itself in its head, or in a text beside
 * it where its format has no comments.
 */
export function artefactsOf(made: Made, input: CompileInput): readonly Artefact[] {
  const { name, text, comment, firstLine = '' } = made;
  const about = aboutLines(made, input);
  if (comment === undefined)
    return [
      { name, text },
      { name: `${name}.about.txt`, text: `${about.join('\n')}\n` },
    ];
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const head = about.map((line) => `${comment} ${line}`.trimEnd() + end).join('');
  return [{ name, text: `${firstLine}${head}${end}${text}` }];
}

function aboutLines({ limits }: Made, input: CompileInput): readonly string[] {
  const { say } = input;
  return [
    say('compile.made', madeArgs(input)),
    say('compile.limits', {}),
    ...limits.map(({ key, args = {} }) => `- ${say(`compileLimit.${key}`, args)}`),
  ];
}
