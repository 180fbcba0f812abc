import type { Command, OptionSpec } from './command.ts';

const INDENT = '  ';

/** The help of all commands. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `${INDENT}${name.padEnd(width)}  ${summary}`);
  return `usage: fleet COMMAND [OPTION…]

${lines.join('\n')}

fleet COMMAND --help tells more, with examples. Exit codes: 0 ok, 1 warning, 2 critical, 3 not known.`;
}

/** The help of one command. */
export function helpOf({ name, summary, details, word, options, examples }: Command): string {
  const words = word === undefined ? '' : ` ${word.value}`;
  const heads = Object.entries(options).map(
    ([option, spec]) => [headOf(option, spec), helpText(spec)] as const,
  );
  const width = Math.max(0, ...heads.map(([head]) => head.length));
  const optionLines = heads.map(([head, text]) => `${INDENT}${head.padEnd(width)}  ${text}`);
  const exampleLines = examples.map(([line, purpose]) => `${INDENT}${line}\n${INDENT}${INDENT}${purpose}`);
  return [
    `usage: fleet ${name}${words} [OPTION…]`,
    `${summary[0]?.toUpperCase() ?? ''}${summary.slice(1)}.${details === undefined ? '' : `\n${details}`}`,
    ...(word === undefined || word.words.length === 0 ? [] : [`${word.value}: ${word.words.join(', ')}`]),
    ...(optionLines.length === 0 ? [] : [optionLines.join('\n')]),
    `Examples:\n${exampleLines.join('\n')}`,
  ].join('\n\n');
}

function headOf(option: string, { value, isList }: OptionSpec): string {
  return `--${option}${value === undefined ? '' : ` ${value}${isList ? '…' : ''}`}`;
}

/** Long lists of words are for completion. */
const MOST_WORDS = 8;

function helpText({ help, words = [] }: OptionSpec): string {
  return words.length > 0 && words.length <= MOST_WORDS ? `${help}: ${words.join(', ')}` : help;
}
