import GithubSlugger from 'github-slugger';
import { marked, type Token, type Tokens } from 'marked';

/** A page of the docs, as far as it can be checked. */
export type Page = {
  /** The anchors of its headings, as the places where the docs are read make them. */
  readonly anchors: ReadonlySet<string>;
  /** Where its links and pictures lead, as written. */
  readonly hrefs: readonly string[];
  /** Its links whose words are code alone: that code, and where they lead. */
  readonly codeLinks: readonly { readonly code: string; readonly href: string }[];
  /** Its blocks of code: the word after the fence, and what is in it. */
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
  /** What stands as code within its sentences and tables. */
  readonly spans: readonly string[];
  /** Its tables, each cell as written: the head, and the rows below it. */
  readonly tables: readonly { readonly head: readonly string[]; readonly rows: readonly string[][] }[];
};

/** Reads a page of Markdown. */
export function readPage(markdown: string): Page {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const hrefs: string[] = [];
  const codeLinks: { code: string; href: string }[] = [];
  const blocks: { language: string; text: string }[] = [];
  const spans: string[] = [];
  const tables: { head: string[]; rows: string[][] }[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => {
    if (isHeading(token)) anchors.add(slugger.slug(plainText(token.tokens)));
    else if (isLink(token)) {
      hrefs.push(token.href);
      const [code, ...others] = token.tokens;
      if (code?.type === 'codespan' && others.length === 0)
        codeLinks.push({ code: code.text, href: token.href });
    } else if (isBlock(token)) blocks.push({ language: token.lang ?? '', text: token.text });
    else if (isSpan(token)) spans.push(token.text);
    else if (isTable(token))
      tables.push({ head: token.header.map(cell), rows: token.rows.map((row) => row.map(cell)) });
  });
  for (const [, anchor = ''] of markdown.matchAll(/<a id="([^"]+)">/g)) anchors.add(anchor);
  for (const [, source = ''] of markdown.matchAll(/<img src="([^"]+)"/g)) hrefs.push(source);
  return { anchors, hrefs, codeLinks, blocks, spans, tables };
}

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
const isLink = (token: Token): token is Tokens.Link | Tokens.Image =>
  token.type === 'link' || token.type === 'image';
const isBlock = (token: Token): token is Tokens.Code => token.type === 'code';
const isSpan = (token: Token): token is Tokens.Codespan => token.type === 'codespan';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const cell = ({ text }: Tokens.TableCell) => text;

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plainText(token.tokens) : 'text' in token ? token.text : '',
    )
    .join('');
}
