import { type ESTree, parseSync, Visitor } from 'vite';

/** Stands for an import that names its module only when it runs. */
export const COMPUTED = '(computed)';

const SOURCE_FILE = /\.(?:tsx?|js|css)$/;
const REFERENCE = /^\/\s*<reference\s+(.+?)\s*\/>/;
/** How all begin that are not import declarations: only where one may be are the statements gone through, which is slow. */
const OTHER_IMPORTS = /\bexport\s*(?:type\b\s*)?[*{/]|\bimport\s*[(./]|\brequire\b|\bURL\b/;
const STYLE_COMMENT = /\/\*[\s\S]*?\*\//g;
const STYLE_IMPORT = /(?:@import\s+(?:url\(\s*)?|\burl\(\s*|\bcomposes:[^;}]*\bfrom\s+)['"]?([^'")\s;]+)/g;

/**
 * What a source file imports, as it is written there. In scripts: values, types and re-exports, `import()`,
 * `require()`, `import.meta.glob()`, a source file named by `new URL()`, and reference comments. In style sheets:
 * what is imported, composed or fetched. Throws when a script cannot be parsed.
 */
export function readImports(file: string, source: string): string[] {
  return file.endsWith('.css') ? importsOfStyle(source) : importsOfScript(file, source);
}

function importsOfStyle(source: string): string[] {
  const imports = source.replace(STYLE_COMMENT, '').matchAll(STYLE_IMPORT);
  return [...imports].flatMap(([, specifier]) => specifier ?? []);
}

function importsOfScript(file: string, source: string): string[] {
  const parsed = parseSync(file, source);
  const { comments, errors, module } = parsed;
  if (errors[0] !== undefined) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  const found = comments.flatMap(({ value }) => REFERENCE.exec(value)?.[1] ?? []);
  found.push(...module.staticImports.map(({ moduleRequest }) => moduleRequest.value));
  if (!OTHER_IMPORTS.test(source)) return found;
  const add = (module: ESTree.Argument | null | undefined) => {
    found.push(textOf(module) ?? COMPUTED);
  };
  new Visitor({
    ExportAllDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => node.source !== null && add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    TSExternalModuleReference: (node) => add(node.expression),
    CallExpression: (node) => isImporting(node.callee) && add(node.arguments[0]),
    NewExpression: ({ callee, arguments: [path] }) => {
      const isUrl = callee.type === 'Identifier' && callee.name === 'URL';
      if (isUrl && SOURCE_FILE.test(textOf(path) ?? '')) add(path);
    },
  }).visit(parsed.program);
  return found;
}

/** Whether it is `require`, `import.meta.glob` or the like. */
function isImporting(callee: ESTree.Expression): boolean {
  return callee.type === 'MemberExpression'
    ? callee.object.type === 'MetaProperty'
    : callee.type === 'Identifier' && callee.name === 'require';
}

/** The text of a literal; undefined for whatever else an expression may be. */
function textOf(node: ESTree.Argument | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  const isPlain = node?.type === 'TemplateLiteral' && node.expressions.length === 0;
  return isPlain ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
}
