// What stands between the words of a command line, for any shell: a word may be a path whatever is quoted around it.
const joints = /[\s"'`;|&<>(){}=,]+/;
const mostWords = 200;

/**
 * The words of a command that may be paths. A file's label goes with what a command shows of it, as far as the command
 * names it: what it finds by itself (a folder read whole, a pattern, a variable) cannot be told from its words.
 */
export function pathsInCommand(command: string): readonly string[] {
  return command
    .split(joints)
    .filter((word) => /[./\\~]/.test(word) && !word.includes('://'))
    .slice(0, mostWords);
}
