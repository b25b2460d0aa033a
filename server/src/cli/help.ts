import { type Message, say } from '../base/message.ts';

const blankLine: Message = { key: '', args: [] };

/** The pages of `--help`, line by line. */
export const helpPages = ['gouji', 'check', 'extract', 'format', 'rules', 'lsp'] as const;
export type HelpPage = (typeof helpPages)[number];

export const help: Readonly<Record<HelpPage, readonly Message[]>> = {
  gouji: [
    say('gouji（勾稽）：检查政府信息公开工作年度报告。'),
    blankLine,
    say('用法：'),
    say('  gouji check 路径…      检查报告，列出问题'),
    say('  gouji extract 路径…    取出报告三张表的数字（JSON）'),
    say('  gouji format 路径…     整理版面，输出规范的 Markdown 或网页'),
    say('  gouji rules [规则名]   列出规则，或者显示规则的说明'),
    say('  gouji lsp --stdio      运行语言服务器，供编辑器调用'),
    say('  gouji --version        显示版本'),
    say('  gouji 命令 --help      显示这个命令的用法'),
    blankLine,
    say('通用选项：'),
    say('  --language zh-CN|en    所用语言，默认 zh-CN'),
  ],
  check: [
    say('用法：gouji check [选项] 路径…'),
    blankLine,
    say('检查报告。路径可以是文件或文件夹；文件夹中检查 .txt .md .html .htm .gkbg。'),
    blankLine,
    say('  --format 格式                       text（默认）、json、ndjson、sarif、junit 或 github'),
    say('  --fail-on error|warning|info|never  有这一级及更重的问题时退出码为 1，默认 error'),
    say('  --fix                               改正可以放心改正的问题，不改动任何数字'),
    say('  --fix-dry-run                       只说明 --fix 会改什么，不写文件'),
    say('  -v, --verbose                       同时列出相关单元格、可选的改法，以及查了哪些项、结果和依据'),
    say(
      '  --baseline 文件                     用这份接受记录，不找报告所在及上级文件夹里的 gouji-baseline.json',
    ),
    say('  --update-baseline                   接受现有的全部问题，写进接受记录；以后数字一改就重新报告'),
    say('  --reason 文字                       和 --update-baseline 一起用：为什么接受'),
    say('  --no-cross-file                     只看这一份，不去找同一单位上年的报告作参照'),
    say('  --jobs N                            最多用几个线程同时检查，默认 1；结果和次序不变'),
    ...inputHelp(),
    blankLine,
    say('退出码：0 没有达到 --fail-on 的问题；1 有；2 用法不对、文件读不出来或没有文件。'),
  ],
  extract: [
    say('用法：gouji extract [选项] 路径…'),
    blankLine,
    say('取出报告三张表的数字。空着的、不规范的、无法确定的一律为 null，不作猜测。'),
    blankLine,
    say('  --format json|ndjson                输出格式，默认 json；ndjson 每份报告一行'),
    say('  --positions                         同时给出每个数字在文中的位置'),
    ...inputHelp(),
    blankLine,
    say('退出码：0 完成；2 用法不对、文件读不出来或没有文件。'),
  ],
  format: [
    say('用法：gouji format [选项] 路径…'),
    blankLine,
    say(
      '整理版面：标题用 #，三张表格排成规范的样子。不改动任何数字、栏目名称和正文；读不准的表格保持原样，并说明原因。',
    ),
    blankLine,
    say('  --to markdown|html                  整理成 Markdown（默认）或网页；网页的表格按表样合并单元格'),
    say('  --write                             直接改写文件（.md、.txt、.gkbg）'),
    say('  --check                             只检查文件是否需要重排，不写文件'),
    ...inputHelp(),
    blankLine,
    say('退出码：0 完成；1 用 --check 时有文件需要重排；2 用法不对、文件读不出来、不是报告或没有文件。'),
  ],
  rules: [
    say('用法：gouji rules [选项] [规则名…]'),
    blankLine,
    say('列出全部规则；给出规则名时，显示它的说明、依据和例子。'),
    blankLine,
    say('  --format text|json                  输出格式，默认 text'),
    say('  --language zh-CN|en                 所用语言，默认 zh-CN'),
    blankLine,
    say('退出码：0 完成；2 用法不对，或者没有这条规则。'),
  ],
  lsp: [say('用法：gouji lsp --stdio'), blankLine, say('运行语言服务器，经标准输入输出与编辑器通信。')],
};

function inputHelp(): readonly Message[] {
  return [
    say('  --encoding auto|utf-8|gb18030       文件编码，默认 auto（自动识别）'),
    say('  --config 文件                       用这份设置，不找报告所在及上级文件夹里的 gouji.json'),
    say('  --stdin                             从标准输入读一份报告'),
    say('  --stdin-filename 名称               标准输入的这份报告叫什么'),
    say('  --language zh-CN|en                 所用语言，默认 zh-CN'),
  ];
}
