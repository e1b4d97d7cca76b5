# What stands on the terminal screen besides the lesson.

screen-epoch = 第 { $epoch } 轮
screen-epoch-of = 第 { $epoch } 轮，共 { $epochs } 轮
screen-sample-of = 样本 { $sample }/{ $samples }
screen-validation = 验证
screen-validation-of = 验证 { $sample }/{ $samples }
screen-batch-of = 批次 { $batch }/{ $batches }
screen-step-of = 第 { $number } 步，共 { $steps } 步
screen-target = 目标 { $value }
screen-more-nodes = 另有 { $count } 个
screen-more-columns = 另有 { $count } 列
screen-more-rows = 另有 { $count } 行
screen-from = 来自
screen-to = 用于
screen-start = 课程从这里开始。
screen-end = 往后没有了。
screen-no-jump = 没有可以返回的跳转。
screen-no-links = 这一步没有可以追踪的数。
screen-no-runs = 这一课没有别的运行。
screen-given = { $name } 是给定的：{ $value }
screen-given-unknown = { $name } 在这一轮没有值。
screen-does-not-close = 用这些数字重新计算，最后一位会有出入。
screen-jump = 步骤的编号或名称
screen-trail = { $name } 从哪里来，到哪里去
screen-made-from = 由这些得出
screen-goes-into = 用于这些步骤
screen-is-given = 给定
screen-too-small = 窗口太小，放不下一课：至少需要 { $width } 列、{ $height } 行。
screen-picker-title = 手算反向传播，每一位都正确
screen-built-in = 内置
screen-fault-in-table = { $file } 第 { $line } 行：{ $fault }
screen-fault-at = 第 { $line } 行：{ $fault }
screen-unreadable = 无法读取这个文件：{ $words }
screen-tab-board = 课程
screen-tab-steps = 步骤
screen-tab-check = 检验
screen-check-nothing = 这一课不训练任何参数，没有梯度可检验。
screen-check-quotient = { $parameter } 的梯度对吗？把 { $parameter } 向两边各移动 h = { $h }。
screen-check-quotient-why = 两个损失之差除以 2h，就是过这两点的直线的斜率。h 越小，它越接近梯度。
screen-check-one-way = 从 { $parameter } 到损失只有一条路。沿路的斜率相乘。
screen-check-ways = 从 { $parameter } 到损失有 { $count } 条路。每条路上斜率相乘，各条路再相加。
screen-check-counted = 这里列出前 { $listed } 条。路太多，无法逐条相加；链式法则让它们共用相同的部分。
screen-check-change = 这次更新让这一批的损失改变了多少？
screen-check-change-why = 假如损失是一个平面，每个参数使它改变的量就是梯度乘以参数自身的变化。损失是弯的，所以只有步子小时这个预测才准。
screen-tab-training = 训练
screen-training-loss = 损失
screen-training-parameters = 参数
screen-training-answers = 输出
screen-training-slice = 沿一个参数
screen-training-rates = 其他学习率
screen-training-nothing = 这一课不训练任何参数。
screen-training-epoch = 轮次
screen-training-tangent = 切线
screen-training-shades = 从 { $low }（浅）到 { $high }（深）；数字是样本的目标
screen-training-no-answers = 这里只能画有一个或两个输入的网络。
screen-training-running = 已运行 { $done } / { $epochs } 轮 …
screen-training-halted = 停在第 { $done } 轮，共 { $epochs } 轮
screen-training-done = { $epochs } 轮已全部运行
screen-training-ended = 训练在第 { $done } 轮结束
screen-training-looked-at = 第 { $epoch } 轮：损失 { $loss }
screen-faults = 保存的文件里有 { $count } 处错误。
screen-faults-go-on = 这一课仍是之前的样子。请改正后再保存，或者关闭此页继续阅读。
screen-behind = 保存的文件有错误，这里仍是之前的课。
screen-saved = 文件已保存，这是现在的课。
screen-saved-without = 文件已保存，其中没有 `{ $name }` 了；这是离它最近的一步。
screen-tab-table = 数表
screen-table-sorted =
    { $order ->
        [step] 本趟共 { $count } 个值，按步骤排列
        [name] 本趟共 { $count } 个值，按名称排列
        [size] 本趟共 { $count } 个值，大的在前
       *[verdict] 本趟共 { $count } 个值；印出的在前，其中不符的最先
    }
screen-table-step = 步骤
screen-table-name = 名称
screen-table-value = 值
screen-table-exact = 精确值
screen-table-drift = 偏差
screen-table-printed = 印作
screen-table-verdict = 判定
screen-verdict-right = 正确
screen-verdict-cut = 截断
screen-verdict-float = 浮点相符
screen-verdict-rounded = 由舍入得出
screen-verdict-wrong = 不符
screen-verdict-undecided = 无法判定
screen-verdict-erratum = 勘误
screen-verdict-erratum-by-rounding = 勘误，或由舍入得出
screen-verdict-no-erratum = 标作勘误，其实相符
screen-verdict-trouble = 无法计算
screen-too-many-values = 共有 { $count } 个值，太多了，无法一次算出并按大小排列。
screen-training-runs = 各次运行
screen-training-looked-at-both = 第 { $epoch } 轮：损失 { $loss }，验证 { $validation }
screen-check-no-gradient = 这一课不是按梯度训练 { $parameter }，所以没有梯度可检验。
screen-check-unrounded = 下面的计算途中不舍入：在纸上这么小的差会丢失。
