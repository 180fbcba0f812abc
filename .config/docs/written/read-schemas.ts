import { type ESTree, parseSync } from 'vite';

/** What the source of a schema says in words: of itself, and of its fields. */
export type Described = {
  readonly words: string;
  /** The words on the schema that it is made of, if any. */
  readonly wordsOfMade: string;
  readonly fields: ReadonlyMap<string, Described>;
};

/** What is parsed of one file, before other files are known: names stand for what they may lead to. */
type Draft = {
  readonly words: string;
  readonly fields: ReadonlyMap<string, Draft>;
  /** What else its fields are from, by name. */
  readonly from: readonly string[];
};

/**
 * Reads what the comments in these sources say of each schema and of its fields, by the schema's name. A field that is made
 * of another schema has the fields of that one.
 */
export function readSchemas(sources: readonly string[]): Map<string, Described> {
  const drafts = new Map(sources.flatMap(draftsIn));
  return new Map([...drafts].map(([name, draft]) => [name, join(draft, drafts, [name])]));
}

function join(draft: Draft, drafts: ReadonlyMap<string, Draft>, path: readonly string[]): Described {
  const others = draft.from.flatMap((name) => {
    const other = drafts.get(name);
    return other === undefined || path.includes(name) ? [] : join(other, drafts, [...path, name]);
  });
  const own = [...draft.fields].map(([field, of]) => [field, join(of, drafts, path)] as const);
  return {
    words: draft.words,
    wordsOfMade: others[0]?.words ?? '',
    fields: new Map([...others.flatMap(({ fields }) => [...fields]), ...own]),
  };
}

function draftsIn(source: string): [string, Draft][] {
  const { program, comments } = parseSync('schema.ts', source);
  const wordsBefore = (start: number): string => {
    const comment = comments.findLast(({ end }) => end <= start);
    if (comment === undefined || !comment.value.startsWith('*')) return '';
    if (source.slice(comment.end, start).trim() !== '') return '';
    return comment.value
      .replaceAll(/\s*\n\s*\*|^\*/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
  };
  const draftOf = (expression: ESTree.Node, words: string): Draft => {
    const fields = new Map<string, Draft>();
    const from: string[] = [];
    const look = (node: ESTree.Node): void => {
      if (node.type === 'Identifier') from.push(node.name);
      else if (node.type === 'CallExpression') for (const argument of node.arguments) look(argument);
      else if (node.type === 'TSAsExpression') look(node.expression);
      else if (node.type === 'SpreadElement') look(node.argument);
      else if (node.type === 'MemberExpression') look(node.object);
      else if (node.type === 'ObjectExpression') for (const property of node.properties) look(property);
      else if (node.type === 'Property' && node.key.type === 'Identifier')
        fields.set(node.key.name, draftOf(node.value, wordsBefore(node.start)));
    };
    look(expression);
    return { words, fields, from };
  };
  return program.body.flatMap((statement): [string, Draft][] => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') return [];
    return declared.declarations.flatMap(({ id, init }): [string, Draft][] =>
      id.type === 'Identifier' && init ? [[id.name, draftOf(init, wordsBefore(statement.start))]] : [],
    );
  });
}
