import { foldText } from '../engine/fold.ts';

/**
 * Whether a value stands for another one that is filled in elsewhere: a reference to a variable, a template, a vault's
 * address, or a word such as `changeme` and `<your key>`.
 */
export function isPlaceholder(value: string): boolean {
  return isReference(value) || isFillIn(value) || isMonotonous(value);
}

// Shell, compose, CI and make; templates of most engines; Windows; CloudFormation and YAML tags; vaults; code that reads
// the environment. A `$` alone proves nothing: it stands in many a password.
const reference =
  /^(?:&(?:#x?\w{1,6}|lt|gt|amp|nbsp);|\$\{|\$\(|\$\$?[A-Za-z_][A-Za-z0-9_]*$|\$[A-Za-z_]\w*(?:->|\[|\.|::)|\{\{|\{%|<%|%[A-Za-z_][A-Za-z0-9_]*%$|#\{|@{1,2}[A-Za-z_.]+@{1,2}$|\[\[|<<|!(?:Ref|Sub|GetAtt|vault|secret|env|join|reference)|ENC\[|\(\(|__[A-Za-z0-9_]+__$|arn:aws|aws:|ssm:|vault:|projects\/[\w-]{1,60}\/secrets\/|secret:\/|secrets\/|op:\/\/|gcp:|sm:\/\/|keyvault|file:|env[:.(]|env\.|process\.env|os\.(?:environ|getenv)|import\.meta|\$env:|System\.|Environment\.|ENV\[|getenv|config\.|secrets\.|var\.|local\.|data\.|module\.|self\.|this\.|ref\+)/;
// Templates and formats inside a value.
const template =
  /\$\{[^}]*\}|\{\{.*\}\}|<%.*%>|#\{[^}]*\}|%\([a-z_]+\)s|%[sdv](?![0-9A-Za-z])|^\{[\w.:]*\}$|\{[0-9]\}|\$\([A-Za-z_]|^:[a-z_]+$|^\?$/i;

function isReference(value: string): boolean {
  return reference.test(value) || template.test(value);
}

const brackets = /^(?:<[^<>]*>?|\[[^\]]*\]|\{[^}]*\}|\([^)]*\))$/;
const fillIn =
  /(?:^|[^a-z])(?:your|votre)[-_ .]?[a-z]|(?:^|[^a-z])(?:my|the|any|some|put|insert|enter|add|type|use|replace|change|set|fill|paste|copy|provide|specify|choose|pick|get|generate)[-_ .]?(?:own|in|with|this|here|it|me|my|your|the|a|an|new|secure|strong|random|real|actual|api|secret|pass|token|key|pwd|access|client|auth)[a-z_ .-]*$|example|exemple|sample|placeholder|dummy|changeme|changeit|changethis|replaceme|redacted|masked|filtered|removed|todo|fixme|(?:^|[^a-z])tbd(?:$|[^a-z])|notreal|not[-_ ]a[-_ ]real|xxxx|(?:^|[^a-z])xxx(?:$|[^a-z])|\*\*\*|\.\.\.|…|•••|###|---|____|hidden|a[-_]?(?:secret|password|token)\b|(?:secret|password|token|key)[-_ ]?(?:here|goes|value|string|placeholder)|lorem|ipsum|foobar|foobaz|fake|invalid|mock|stub|nosecret|no[-_]?password|not[-_ ]?set|unset|unused|mot[-_ ]?de[-_ ]?passe|votre|mettre|remplac|changez|a[-_ ](?:changer|remplir|definir)/;

function isFillIn(value: string): boolean {
  return brackets.test(value) || fillIn.test(foldText(value));
}

// `xxxxxxxx`, `********`, `00000000`, `abcabcabc`, `123456789`, `abcdefgh`.
function isMonotonous(value: string): boolean {
  const distinct = new Set(value.toLowerCase()).size;
  if (distinct <= 2 && value.length > 3) return true;
  if (value.length >= 12 && distinct <= 4 && !/^[01]+$/.test(value)) return true;
  return value.length >= (/^\d+$/.test(value) ? 9 : 8) && (isSequence(value) || isRepeated(value));
}

// Nearly every step leads to the next letter or digit of the alphabet.
function isSequence(value: string): boolean {
  let steps = 0;
  for (let at = 1; at < value.length; at += 1) {
    const step = value.charCodeAt(at) - value.charCodeAt(at - 1);
    if (step === 1 || step === -1 || isWrap(value.charCodeAt(at - 1), value.charCodeAt(at))) steps += 1;
  }
  return steps >= (value.length - 1) * 0.8;
}

// 9 to 0, 9 to a or A, f to 0, and a dash between groups.
function isWrap(before: number, code: number): boolean {
  if (before === 0x39) return code === 0x30 || code === 0x61 || code === 0x41;
  return (before | 0x20) === 0x66 && code === 0x30;
}

function isRepeated(value: string): boolean {
  for (let period = 1; period <= Math.min(10, value.length / 2); period += 1) {
    const unit = value.slice(0, period);
    if (unit.repeat(Math.ceil(value.length / period)).startsWith(value)) return true;
  }
  return false;
}
