# 对手算结果的评判。

marking-right = 正确
marking-cut = 正确（截断）
marking-rounded = 正确（中间有舍入）
marking-almost = 方法正确，过早舍入
marking-follows = 承前错误
marking-convention = 另一种约定
marking-mistake = 有误
marking-too-few-digits = 位数太少
marking-missing = 未填
marking-unreadable = 无法读取
marking-wrong = 错误
marking-undecided = 无法判定

marking-cause-and-rounding = { $slip }，并且中间结果{ $decimals ->
    [0] 只取到整数
   *[other] 只保留了 { $decimals } 位小数
}
marking-causes = { $first }；或者{ $second }
marking-early-rounding = 过早舍入
marking-early-rounding-to = 中间结果{ $decimals ->
    [0] 只取到整数
   *[other] 只保留了 { $decimals } 位小数
}
marking-sign-lost = 符号错了
marking-digits-transposed = 两个数字写颠倒了
marking-point-slipped = 小数点错位

marking-too-early = 过早用了更新后的权重
marking-ascent = 本该下降却做了上升
marking-half-forgotten = 忘了损失中的 ½
marking-output-slope-forgotten = 输出层忘了乘激活函数的导数
marking-hidden-slope-forgotten = 隐藏层忘了乘激活函数的导数
marking-net-for-out = 求激活函数的导数时把 out 当成了 net
marking-bias-forgotten = 忘了加偏置
marking-bias-times-input = 把偏置乘上了输入
marking-one-path = 只算了一条路径
marking-transposed-weight = 权重矩阵的行列弄反了
marking-target-minus-out = 把 out − target 写成了 target − out
marking-rate-forgotten = 忘了学习率
marking-rate-twice = 学习率乘了两次
marking-mean-for-sum = 该求和却取了平均
marking-sum-for-mean = 该取平均却求了和
marking-log-ten = 把 ln 算成了以 10 为底的对数
marking-softmax-without-exp = Softmax 没有取指数
marking-mask-forgotten = 单元已截止，却仍让梯度通过
marking-divided = 链式法则该乘却除了

marking-biases-trained = 偏置也训练，每个神经元各有自己的偏置
marking-shared-biases-trained = 偏置也训练，共享的偏置按各神经元之和更新
marking-mean-over-outputs = 损失取各输出的平均
marking-biases-kept = 偏置不训练
marking-threshold-subtracted = 减去阈值，而不是加上偏置
marking-bias-added = 加上偏置，而不是减去阈值
marking-sum-over-outputs = 损失取各输出之和
marking-mean-over-batch = 对整批取平均
marking-sum-over-batch = 对整批求和
marking-delta-turned = δ 取相反的符号
marking-relu-slope-at-zero = ReLU 在 0 处的斜率取 1
marking-momentum-plain = 动量写成 v = βv + g，w − ηv
marking-momentum-with-rate = 动量写成 v = βv − ηg，w + v
marking-momentum-with-rate-added = 动量写成 v = βv + ηg，w − v
marking-momentum-of-mean = 动量写成 v = βv + (1 − β)g，w − ηv
marking-nesterov-at-weights = Nesterov 写成 v = βv + g，w − η(g + βv)
marking-nesterov-at-weights-with-rate = Nesterov 写成 v = βv − ηg，w + βv − ηg
marking-nesterov-ahead = Nesterov 在 w − ηβv 处取梯度：v = βv + g，w − ηv
marking-nesterov-ahead-with-rate = Nesterov 在 w + βv 处取梯度：v = βv − ηg，w + v
marking-epsilon-outside-root = ε 加在根号外
marking-epsilon-inside-root = ε 加在根号内
marking-epsilon-before-correction = ε 加在尚未修正的根上

# 答题表或输入的数有什么不对。

marking-fault-empty = 答题表里没有可以评判的内容
marking-fault-empty-help = 每个数写一行：`net_h1,0.3775`，或用 YAML 写 `net_h1: 0.3775`
marking-fault-is-it-a-sheet = 这是以 UTF-8 编码保存的 CSV 或 YAML 答题表吗？
marking-fault-too-many-lines = 答题表超过 { $limit } 行
marking-fault-workbook = 这不是能够读取的工作簿
marking-fault-workbook-help = 请另存为不带密码的 XLSX，或存为 CSV
marking-fault-old-workbook = 这个工作簿是旧的 XLS 格式，或带有密码
marking-fault-old-workbook-help = 请另存为不带密码的 XLSX，或存为 CSV
marking-fault-large-workbook = 这个工作簿太大，不像是一张答卷
marking-fault-large-workbook-help = 请把名称和数值复制到新的工作簿里
marking-fault-notice-out-of-range = `{ $number }` 超出范围：应为不大于 { $limit } 的整数
marking-fault-notice-twice = 第 { $line } 行的说法与此不同
marking-fault-notice-twice-help = 请只留下正确的那一行
marking-fault-seed-of-file = 答卷上写的是种子 { $sheet }，文件名里是种子 { $file }
marking-fault-seed-of-file-help = 请改文件名，或用 `--seed` 指定种子
marking-fault-seeds-of-file = 文件名里同时有种子 { $first } 和种子 { $second }
marking-fault-no-name-column = 表头里没有 `name` 这一列
marking-fault-no-value-column = 表头里没有 `value` 这一列
marking-fault-heading-help = 表头以 `name,value` 开始，也可以不写表头
marking-fault-too-many-cells =
    这一行有 { $found } 格，而{ $has_heading ->
        [yes] 表头只有 { $expected } 格
       *[no] 一行只应有名称和数值
    }
marking-fault-too-many-cells-help = 若用逗号作小数点，请用 `;` 分隔各格；备注等其他列需要以 `name,value` 开始的表头
marking-fault-cells-of-heading-help = 若某一格里有逗号，请给这一格加引号；也可以在表头里给每一列起名
marking-fault-nameless = 这个数没有名称
marking-fault-nameless-help = 在前面写上步骤的名称；`handgrad show` 会列出所有名称
marking-fault-no-name = `{ $text }` 不是步骤的名称
marking-fault-name-help = `handgrad show` 会列出所有步骤的名称
marking-fault-twice = `{ $name }` 在这里的值与第 { $line } 行不同
marking-fault-twice-help = 请只保留想要的那一行
marking-fault-no-number = 这里没有数
marking-fault-number-too-long = 这个数的位数太多，无法比较
marking-fault-number-too-long-help = 写到算出的位数就够了，最多 400 位
marking-fault-name-in-value = `{ $name }` 是名称，而这里只能写数
marking-fault-name-in-value-help = 请换成它的数值：`0.4*0.593269992 + 0.6`
marking-fault-not-a-value-help = 请写一个数（`0.5`、`0,5`、`1e-3`）、分数（`1/3`）或算式，也可以留空
marking-fault-not-computed = 算不出来：{ $fault }

# `handgrad verify` 说的话。

marking-line = 第 { $line } 行：{ $reason }
marking-with-help = { $reason }（{ $help }）
marking-seed = { $source ->
    [sheet] 按种子 { $seed } 的数字批改（答卷上写明）。
    [file] 按种子 { $seed } 的数字批改（取自文件名）。
   *[option] 按种子 { $seed } 的数字批改。
}
marking-asked-decimals = { $count ->
    [0] 要求写整数。
   *[other] 要求写 { $count } 位小数。
}
marking-asked-significant = 要求写 { $count } 位有效数字。
marking-input-twice = 错误：场景和答题表中只能有一个来自标准输入
marking-counts = { $sheet }：正确 { $right }，承前错误 { $follows }，错误 { $wrong }{ $coarse ->
        [0] { "" }
       *[other] ，位数太少 { $coarse }
    }{ $open ->
        [0] { "" }
       *[other] ，未能判定 { $open }
    }{ $missing ->
        [0] { "" }
       *[other] ，未填 { $missing }
    }{ $unreadable ->
        [0] { "" }
       *[other] ，无法读取 { $unreadable }
    }
marking-column-sheet = 答题表
marking-column-right = 正确
marking-column-follows = 承前错误
marking-column-wrong = 错误
marking-column-coarse = 位数太少
marking-not-read = 无法读取
marking-column-missing = 未填
marking-column-seed = 种子
marking-column-unreadable = 无法读取
marking-column-first-wrong = 最先出错
marking-column-mistake = 错因
marking-column-name = 名称
marking-column-given = 所填
marking-column-verdict = 评判
marking-column-value = 应为
marking-column-difference = 相差
marking-first-wrong = 按课的顺序，最先出错的是 { $name }，答题表上写的是 { $given }。那里应当是：
marking-made-by = { $given } 是这样得来的：{ $causes }
marking-made-by-nothing = 已知的错误都得不出 { $given }。
marking-followers = 标为“承前错误”的各行是从错的数正确算下来的，不再算错。
marking-not-searched = 这一课太大，只查找了笔误和作者预见的错误。
