import type { Command } from '../arguments/command.ts';
import { completionScript, SHELLS } from '../arguments/completion.ts';
import { CannotTell } from '../cannot-tell.ts';

/** A script for the shell that the user types in. */
export const completion: Command = {
  name: 'completion',
  summary: 'a script by which bash or zsh completes this command',
  word: { value: 'SHELL', words: SHELLS, most: 1 },
  options: {},
  examples: [
    ['fleet completion bash', 'for ~/.bashrc: source <(fleet completion bash)'],
    ['fleet completion zsh', 'for ~/.zshrc, after compinit: source <(fleet completion zsh)'],
  ],
  run({ words: [asked] }, { terminal }, commands) {
    const shell = SHELLS.find((known) => known === asked);
    if (shell === undefined) throw new CannotTell(`for which shell? One of ${SHELLS.join(', ')}`);
    terminal.print(completionScript(shell, commands));
    return 0;
  },
};
