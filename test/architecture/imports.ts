import { parseSync, Visitor } from 'oxc-parser';

/**
 * Every module a source file names: imports, re-exports, `import()`, `require()` and `import('…')` in a type.
 * Throws when the file does not parse or an `import()` is computed: a wall cannot stand on what it can't read.
 */
export function importedModules(file: string, source: string): readonly string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: string[] = [];
  const name = (node: unknown): void => {
    const literal = node as { type?: string; value?: unknown } | null;
    if (literal?.type !== 'Literal' || typeof literal.value !== 'string') throw new Error(`${file}: a computed import`);
    found.push(literal.value);
  };
  new Visitor({
    ImportDeclaration: (node) => name(node.source),
    ExportAllDeclaration: (node) => name(node.source),
    ExportNamedDeclaration: (node) => node.source && name(node.source),
    ImportExpression: (node) => name(node.source),
    TSImportType: (node) => name(node.source),
    TSExternalModuleReference: (node) => name(node.expression),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') name(node.arguments[0]);
    },
  }).visit(program);
  return found;
}
