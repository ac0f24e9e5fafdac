const folders = ['src', 'lib', 'services', 'teams', 'config', 'deploy', 'infra', 'packages', 'internal', 'docs'];
const endings = ['ts', 'java', 'pem', 'env', 'json', 'yaml', 'sql', 'md', 'key', 'py'];

/** Globs of every form, each of another name: places, endings, wildcards at either end and within, `**`, homes, drives. */
export function makeGlobs(count: number): readonly string[] {
  const forms: readonly ((index: number) => string)[] = [
    (index) => `${pick(folders, index)}/module-${index}/**`,
    (index) => `*.secret${index}`,
    (index) => `secret-${index}-*.${pick(endings, index)}`,
    (index) => `${pick(folders, index)}/**/vault-${index}/*.${pick(endings, index)}`,
    (index) => `*-client${index}-*`,
    (index) => `~/.config/tool${index}`,
    (index) => `C:/data/${index}/**`,
    (index) => `/srv/${pick(folders, index)}/*/private-${index}`,
    (index) => `teams/*/${pick(folders, index)}/report-${index}.*`,
    (index) => `{a,b}${index}/*.${pick(endings, index)}`,
  ];
  return Array.from({ length: count }, (_, index) => (forms[index % forms.length] ?? String)(index));
}

/** Absolute paths as clients send them; about one in ten is covered by `makeGlobs`. */
export function makePaths(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const base = `/home/dev${index % 40}/work/app-${index % 200}/${pick(folders, index)}`;
    if (index % 10 === 3) return `${base}/deep/tree/of/folders/vault-${index}/x.${pick(endings, index)}`;
    if (index % 10 === 1) return `${base}/a.secret${index}`;
    return `${base}/module-${(index * 7) % 9_999}/part/file-${index}.${pick(endings, index)}`;
  });
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] ?? '';
}
