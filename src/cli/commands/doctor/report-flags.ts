import { type Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../../words/text.ts';

const OUTPUTS = ['text', 'json', 'sarif', 'markdown'] as const;
export type Output = (typeof OUTPUTS)[number];

export interface VoiceFlags {
  readonly lang: Language;
  readonly output: Output;
  readonly ascii?: boolean;
}

/** How the doctor speaks: language, form, and whether the terminal knows more than ASCII. */
export function withVoiceFlags(command: Command, outputs: readonly Output[] = OUTPUTS): Command {
  return command
    .addOption(new Option('--lang <language>', 'of our words').choices(LANGUAGES).default(languageOfReader()))
    .addOption(new Option('--output <kind>', 'how to print').choices(outputs).default('text'))
    .option('--ascii', 'draw with letters alone (also where the locale is not UTF-8)');
}

/** The reader's own language where it is one of ours: `LC_ALL`, `LC_MESSAGES` or `LANG`, as everywhere. */
function languageOfReader(): Language {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  const tag = locale.split('.')[0]!.replace('_', '-').toLowerCase();
  if (tag === 'zh-tw' || tag === 'zh-hk') return 'zh-TW';
  return LANGUAGES.find((language) => tag.split('-')[0] === language) ?? 'en';
}
