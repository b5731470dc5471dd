/** A command with its options and subcommands. */
export interface CommandTree {
  readonly name: string;
  readonly summary: string;
  /** Its arguments: `[appeal]`. */
  readonly usage: string;
  /** Words that its first argument may be. */
  readonly words: readonly string[];
  readonly options: readonly CommandOption[];
  readonly commands: readonly CommandTree[];
}

interface CommandOption {
  readonly flags: string;
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** A command line so far, and the words that can follow. */
interface Place {
  /** `contacts list`; empty for the program itself. */
  readonly path: string;
  readonly node: CommandTree;
}

function listPlaces(node: CommandTree, path = ''): Place[] {
  const inner = node.commands.flatMap((c) => listPlaces(c, path === '' ? c.name : `${path} ${c.name}`));
  return [{ path, node }, ...inner];
}

function wordsAt({ node }: Place): string[] {
  return [...node.commands.map((c) => c.name), ...node.words, ...node.options.map((o) => o.long)];
}

/** What to print for each shell, and `man` for the manual page. Files are completed where nothing else fits. */
export const SCRIPTS = {
  bash: writeBash,
  zsh: writeZsh,
  fish: writeFish,
  powershell: writePowerShell,
  man: writeManual,
} as const satisfies Record<string, (program: CommandTree) => string>;

function writeBash(program: CommandTree): string {
  const places = listPlaces(program);
  const cases = places.map((place) => `    '${place.path}') words='${wordsAt(place).join(' ')}' ;;`);
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  return `# handbill: completions for bash
_handbill() {
  local cur=\${COMP_WORDS[COMP_CWORD]} place='' next words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${place:+$place }\${COMP_WORDS[i]}"
    case "$next" in
      ${paths.join('|')}) place=$next ;;
    esac
  done
  case "$place" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ \${#COMPREPLY[@]} -eq 0 && $cur != -* ]]; then COMPREPLY=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _handbill handbill
`;
}

function writeZsh(program: CommandTree): string {
  const places = listPlaces(program);
  const cases = places.map(
    (place) => `    '${place.path}') choices=(${wordsAt(place).map(zshWord).join(' ')}) ;;`,
  );
  const known = places.flatMap(({ path }) => (path === '' ? [] : zshWord(path)));
  return `#compdef handbill
_handbill() {
  local place='' next i
  local -a choices known
  known=(${known.join(' ')})
  for ((i = 2; i < CURRENT; i++)); do
    next="\${place:+$place }\${words[i]}"
    (( \${known[(Ie)$next]} )) && place=$next
  done
  case "$place" in
${cases.join('\n')}
  esac
  compadd -- $choices
  [[ $PREFIX == -* ]] || _files
}
compdef _handbill handbill
`;
}

function zshWord(word: string): string {
  return `'${word}'`;
}

function writeFish(program: CommandTree): string {
  const lines = listPlaces(program).flatMap(({ path, node }) => {
    const at =
      path === ''
        ? '__fish_use_subcommand'
        : path
            .split(' ')
            .map((w) => `__fish_seen_subcommand_from ${w}`)
            .join('; and ');
    const inner = [
      ...node.commands.map(({ name, summary }) => ({ name, summary })),
      ...node.words.map((name) => ({ name, summary: '' })),
    ];
    return [
      ...inner.map(
        ({ name, summary }) => `complete -c handbill -n '${at}' -f -a ${name} -d ${quoted(summary)}`,
      ),
      ...node.options.map((o) => {
        const value = o.takesValue
          ? o.choices.length > 0
            ? ` -x -a ${quoted(o.choices.join(' '))}`
            : ' -r'
          : '';
        return `complete -c handbill -n '${at}' -l ${o.long.replace(/^--/, '')}${value} -d ${quoted(o.description)}`;
      }),
    ];
  });
  return `# handbill: completions for fish\n${lines.join('\n')}\n`;
}

function writePowerShell(program: CommandTree): string {
  const cases = listPlaces(program).map(
    (place) =>
      `    '${place.path}' = @(${wordsAt(place)
        .map((w) => `'${w}'`)
        .join(', ')})`,
  );
  return `# handbill: completions for PowerShell
Register-ArgumentCompleter -Native -CommandName handbill -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $known = @{
${cases.join('\n')}
  }
  $place = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    $next = "$place $element".Trim()
    if ($known.ContainsKey($next)) { $place = $next }
  }
  $known[$place] | Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`;
}

/** A manual page (man-pages(7)) of all commands and options. */
function writeManual(program: CommandTree): string {
  const sections = listPlaces(program)
    .filter(({ path }) => path !== '')
    .flatMap(({ path, node }) => [
      `.SS ${roff(`${path} ${node.usage}`.trim())}`,
      `${roff(node.summary)}.`,
      ...node.options.flatMap((o) => ['.TP', `.B ${roff(o.flags)}`, roff(o.description)]),
    ]);
  return `.TH HANDBILL 1
.SH NAME
handbill \\- ${roff(program.summary.replace(/\.$/, ''))}
.SH SYNOPSIS
.B handbill
.I command
[appeal] [options]
.SH COMMANDS
${sections.join('\n')}
.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
problems in the data, or out of date; nothing was written
.TP
.B 2
wrong use
.TP
.B 3
a defect of handbill
`;
}

/** Text in roff: no line begins a request, and hyphens stay hyphens. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
