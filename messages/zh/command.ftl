# 各子命令在命令行上说的话。

command-source = 出处：{ $source }
command-givens = 第 { $epoch } 轮开始时的已知量：
command-heading = 第 { $epoch } 轮 · { $stage }
command-heading-sample = 第 { $epoch } 轮 · 样本 { $sample } · { $stage }
command-heading-validation = 第 { $epoch } 轮 · 验证样本 { $sample }（#{ $number }）· { $stage }
command-heading-validation-all = 第 { $epoch } 轮 · 验证 · { $stage }
command-heading-batch = 第 { $epoch } 轮 · 批次 { $batch } · { $stage }
command-given = { $name } { $value } 是第 { $epoch } 轮的已知量，没有步骤计算它。
command-run = 运行 { $run }
command-row = 第 { $row } 行（共 { $rows } 行）
command-does-not-close = 这几行无法仅凭所印的数字重新算出：求和太长，或者结果离舍入的分界点太近。
command-last-epoch = 说明：最多计算到第 { $epoch } 轮。
command-more-epochs = 以上是第 { $epoch } 轮，共 { $epochs } 轮；用 `--epochs A..B` 可打印其他轮次。
command-step-failed = 无法计算 `{ $name }`：{ $fault }
command-error = 错误：{ $error }
command-note = 注意：{ $note }
command-cannot-write = 错误：无法写出结果：{ $words }
command-sample = 样本 { $sample }：
command-validation-sample = 验证样本 { $sample }（#{ $number }）：
command-more-samples = 另有 { $count } 个样本
command-check-counts =
    { $right } 个正确，{ $rounded } 个由舍入得出，{ $cut } 个截断，{ $float } 个浮点相符，{ $errata } 个勘误{ $wrong ->
        [0] { "" }
       *[other] ，{ $wrong } 个不符
    }{ $faults ->
        [0] { "" }
       *[other] ，{ $faults } 处错误
    }
command-check-file = { $file }：{ $counts }
command-check-nothing = { $file }：没有所印的数字
command-check-invalid = { $file }：{ $faults } 处错误
command-check-unreadable = { $file }：无法读取
command-check-total = 共 { $files } 个文件：{ $counts }
command-new-name = 错误：`{ $name }` 不能作场景的名称：请用字母、数字、`-`、`_` 和 `.`，它将是当前文件夹中的文件名
command-new-exists = 错误：`{ $file }` 已经存在：请换一个名称，或用 `--force` 覆盖它
command-new-does-not-fit = 没有写入 `{ $file }`，因为所要求的各项互不相容：请换用别的层、激活函数或损失。
command-new-written =
    已写入 { $file }。
    接下来：`handgrad { $file }` 打开这一课，每次保存文件，画面都会随之更新。
command-new-head =
    handgrad 的一个场景：一节课。数字完全按所写的读取。
    handgrad { $file }         打开这一课，每次保存此文件，画面都会随之更新
    handgrad check { $file }   找出所有疏漏
    handgrad show { $file }    打印这一课，其中有每一步的名称
command-new-source =
    summary: 用一两句话说明这一课讲什么。
    source: {"{"}title: 一本书, author: 它的作者, year: 2020, url: "https://example.org/"{"}"}
command-new-activation = 可换的激活函数：以下之一，或自己写的，例如 {"{"}formula: "x/(1 + abs(x))"{"}"}。
command-new-weights =
    按神经元书写；每个权重都有名称，顺序与输入相同。
    整层共用一个偏置时写成 shared_bias: {"{"}b1: 0.35{"}"}。
command-new-random = 随机抽取，同一个种子在任何地方都得到同样的数。也可以直接写出：{"{"}h1: {"{"}w1: 0.15, w2: 0.20{"}"}{"}"}。
command-new-loss = 可换的损失：以下之一，或自己写的，例如 {"{"}formula: "(target - out)^4"{"}"}。
command-new-samples = 每个输入和每个目标各一个值。再加一个样本就再写一行。
command-new-optimizer = 可换的优化器：
command-new-batch = 写 batch: 1 则每个样本之后更新一次，而不是全部看完才更新一次。
command-new-notes = 想对某一步说的话，按步骤的名称书写。
command-new-note-first = 这一课从这里开始：输入的数乘以各自的权重。
command-new-note-loss = 接下来的一切都在问：某个参数变化时，这个数怎样变化？
command-new-published =
    书或讲义中印出的数字，按步骤书写；`handgrad check` 会重新计算它们。
    published:
      { $step }: 0.2984
command-new-graph = 要训练的数，以及从样本取值的名称。
command-new-nodes = 按顺序排列的节点，每个都是由上面的名称写成的公式。
command-new-output = 梯度从这里往回走。
command-prompt = 回车：下一步。p：上一步。名称或编号：跳到那一步。?：帮助。q：退出。>
command-prompt-help =
    回车或 n：下一步。
    p：上一步。
    41、dE_dw5、E_total#2@10，前面加 / 也可以：跳到那一步。
    q，或输入结束：退出。
command-not-remembered = 注意：您的位置和答案未能保存：{ $words }
command-keys-at = 错误：{ $file } 第 { $line } 行：{ $fault }
command-keys-in = 错误：{ $file }：{ $fault }
command-not-a-file = { $file } 不是普通文件
command-keys-unreadable = 错误：无法读取 { $file }：{ $words }。请修正或移走它。
command-keys-syntax = 这不是 TOML：{ $words }
command-keys-command = 没有命令 `{ $command }`；docs/keys.md 列出了所有命令
command-keys-command-near = 没有命令 `{ $command }`；您是指 `{ $nearest }` 吗？
command-keys-list = `{ $command }` 需要一个按键列表：{ $command } = ["x", "Ctrl-X"]
command-keys-key = 没有按键 `{ $key }`；按键的名称见 docs/keys.md：一个字母或符号、gg、Space、Tab、Ctrl-O、Left、F5
command-keys-digit = `{ $key }` 用来表示次数，不能作为命令；请换一个键
command-keys-letters = `{ $command }` 在输入名称时也要用；请给它一个不是字母的键，例如 Enter 或 Esc
command-keys-clash = `{ $key }` 在同一处既是 `{ $one }` 又是 `{ $other }`；请给其中一个换键
command-keys-mend = 什么也没有打开。请修正这个文件；移走它则使用程序原来的按键：{ $file }
command-scenario-first = 错误：`{ $scenario }` 放在了命令前面：场景要放在命令后面，例如 `handgrad show { $scenario }`
