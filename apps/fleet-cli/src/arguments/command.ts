import type { ExitCode } from '../cannot-tell.ts';
import type { Surroundings } from '../terminal/surroundings.ts';

/** One option of a command. */
export type OptionSpec = {
  /** What stands for its value in the help; a flag has none. */
  readonly value?: string;
  /** May be given several times, and with several values between commas. */
  readonly isList?: true;
  /** The words that it takes. */
  readonly words?: readonly string[];
  /** Takes the path of a file. */
  readonly isFile?: true;
  readonly help: string;
};

/** What was given for the options, by their names, and the words without an option. */
export type GivenOptions = Readonly<Record<string, string | boolean | readonly string[]>>;
export type Given = { readonly options: GivenOptions; readonly words: readonly string[] };

/** A command of `fleet`. */
export type Command = {
  readonly name: string;
  /** A few words. */
  readonly summary: string;
  /** Beside what the options say. */
  readonly details?: string;
  /** Words that stand without an option: what stands for them in the help, and which there are. */
  readonly word?: { readonly value: string; readonly words: readonly string[]; readonly most: number };
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Command lines, with what each is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
  /** Throws `CannotTell`. */
  run(given: Given, surroundings: Surroundings, commands: readonly Command[]): Promise<ExitCode> | ExitCode;
};
