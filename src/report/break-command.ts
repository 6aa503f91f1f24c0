/**
 * A command line of a shell that is longer than `width`, with a line for each flag: each line but the last ends in a backslash, so that
 * the whole can be pasted. A shorter one stays as it is.
 */
export function breakCommand(command: string, width: number): string {
  if (command.length <= width) return command;
  return command.split(/ (?=--[a-z])/).join(' \\\n  ');
}
