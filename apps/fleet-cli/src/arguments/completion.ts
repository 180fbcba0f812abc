import type { Command, OptionSpec } from './command.ts';

export const SHELLS = ['bash', 'zsh'] as const;
export type Shell = (typeof SHELLS)[number];

/** How a shell writes what a word may become. */
type Writer = {
  readonly words: (words: readonly string[]) => string;
  readonly list: (words: readonly string[]) => string;
  readonly files: string;
};

const WRITERS: Readonly<Record<Shell, Writer>> = {
  bash: {
    words: (words) => `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))`,
    list: (words) =>
      `COMPREPLY=($(compgen -P "$before" -W '${words.join(' ')}' -- "\${cur##*,}")); compopt -o nospace 2>/dev/null`,
    files: 'COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2>/dev/null',
  },
  zsh: {
    words: (words) => `compadd -- ${words.join(' ')}`,
    list: (words) => `compset -P '*,'; compadd -S '' -- ${words.join(' ')}`,
    files: '_files',
  },
};

/** A script by which a shell completes the commands, their options and the words that these take. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  const write = WRITERS[shell];
  const names = [...commands.map(({ name }) => name), '--help', '--version'];
  const values = commands.flatMap(({ name, options }) =>
    Object.entries(options)
      .filter(([, { value }]) => value !== undefined)
      .map(([option, spec]) => `    '${name} --${option}') ${completionOf(spec, write)}; return ;;`),
  );
  const rest = commands.map(({ name, options, word }) => {
    const words = [...(word?.words ?? []), ...Object.keys(options).map((option) => `--${option}`), '--help'];
    return `    ${name}) ${write.words(words)} ;;`;
  });
  return SCRIPTS[shell]({
    first: write.words(names),
    values: values.join('\n'),
    rest: rest.join('\n'),
    help: write.words(commands.map(({ name }) => name)),
  });
}

function completionOf({ isFile, isList, words = [] }: OptionSpec, write: Writer): string {
  if (isFile) return write.files;
  if (words.length === 0) return ':';
  return isList ? write.list(words) : write.words(words);
}

type Parts = {
  readonly first: string;
  readonly values: string;
  readonly rest: string;
  readonly help: string;
};

const SCRIPTS: Readonly<Record<Shell, (parts: Parts) => string>> = {
  bash: ({ first, values, rest, help }) => `# bash completion: source <(fleet completion bash)
_fleet() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} before=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then ${first}; return; fi
  # bash takes --max=amber for three words.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  [[ $cur == *,* ]] && before=\${cur%,*},
  case "\${COMP_WORDS[1]} $prev" in
${values}
  esac
  case "\${COMP_WORDS[1]}" in
    help) ${help} ;;
${rest}
  esac
}
complete -F _fleet fleet`,
  zsh: ({ first, values, rest, help }) => `#compdef fleet
# zsh completion: source <(fleet completion zsh), or a file _fleet in a folder of $fpath
_fleet() {
  local prev=\${words[CURRENT-1]}
  if ((CURRENT == 2)); then ${first}; return; fi
  if [[ \${words[CURRENT]} == --*=* ]]; then prev=\${words[CURRENT]%%=*}; compset -P '*='; fi
  case "\${words[2]} $prev" in
${values}
  esac
  case "\${words[2]}" in
    help) ${help} ;;
${rest}
  esac
}
if [[ \${funcstack[1]} == _fleet ]]; then _fleet "$@"; else compdef _fleet fleet; fi`,
};
