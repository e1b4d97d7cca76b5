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
screen-start = 这是第一步。
screen-end = 已经是最后一步。
screen-no-jump = 没有可以返回的跳转。
screen-no-links = 这一步没有可以追踪的数。
screen-no-runs = 这一课没有别的运行。
screen-given = { $name } 是给定的：{ $value }
screen-given-unknown = { $name } 在这一轮没有值。
screen-does-not-close = 用这些数字重新计算，最后一位会有出入。
screen-jump = 步骤的编号或名称
screen-trail = { $name } 的来源与去向
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
screen-check-one-way = 从 { $parameter } 到损失只有一条路径。路径上的导数相乘。
screen-check-ways = 从 { $parameter } 到损失有 { $count } 条路径。每条路径上的导数相乘，各条路径再相加。
screen-check-counted = 这里列出前 { $listed } 条。路径太多，无法逐条相加；链式法则对相同的部分只算一次。
screen-check-change = 这次更新让这一批的损失改变了多少？
screen-check-change-why = 如果损失保持现在的斜率，每个参数使它改变的量就是梯度乘以参数自身的变化。损失是弯的，所以只有步子小时这个预测才准。
screen-tab-training = 训练
screen-training-loss = 损失
screen-training-parameters = 参数
screen-training-answers = 输出
screen-training-slice = 随一个参数变化
screen-training-rates = 其他学习率
screen-training-nothing = 这一课不训练任何参数。
screen-training-epoch = 轮次
screen-training-tangent = 切线
screen-training-shades = 数字是样本的目标
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
screen-what-if-title = 如果其中一个数变了，会怎样？
screen-what-if-near = 这一步用到的数
screen-what-if-others = 这一课的其他数
screen-what-if-typed = 一个数，例如 0.5、-3 或 1e-3
screen-what-if-not-written = 这个数在场景中没有单独写出，所以不能在这里修改。
screen-what-if = 假设：{ $changes }
screen-change = { $name } = { $now }（原为 { $was }）
screen-what-if-count = { $count ->
    [0] 假设：现在没有与原来不同的数
   *[other] 假设：改了 { $count } 个数
}
screen-was = 原为 { $value }
screen-no-numbers = 这一课没有可以修改的数。
screen-nothing-to-undo = 没有可以撤销的修改。
screen-nothing-to-redo = 没有可以重做的修改。
screen-nothing-changed = 还没有修改，没有可写的内容；按 w 修改一个数。
screen-changed = 按 u 撤销，按 Ctrl-R 重做，按 W 写成新的场景文件。
screen-as-written = 所有的数都和场景中一样。
screen-saved-over = 文件已保存；这是它现在的内容，不含你的修改。
screen-written = 已写入 { $file }，它是当前文件夹里一个独立的场景。
screen-save = 新场景文件
screen-save-no-name = 文件名只能用字母、数字、点和横线
screen-save-exists = `{ $file }` 已经存在，请换一个名字
screen-save-unwritable = 无法写入：{ $words }
screen-digits-decimals = 从这里起显示 { $count } 位小数；每一位仍然可靠。
screen-digits-significant = 从这里起显示 { $count } 位有效数字；每一位仍然可靠。
screen-digits-of-paper = 在纸上计算时，位数由舍入规则决定，这里不能改。
screen-form-scientific = 结果用科学计数法表示；计算过程仍用小数。
screen-form-fraction = 没有省略数位的结果写成分数；计算过程仍用小数。
screen-no-fraction = 省略了数位，不写成分数
screen-presenting-on = 演示：按空格才显示每个结果。
screen-presenting-off = 重新直接显示结果。
screen-ask = 结果是多少？按空格显示。
screen-plays = 自动前进，每步 { $seconds } 秒。< 放慢，> 加快，按其他键停止。
screen-pace = 自动前进（a）时，每步 { $seconds } 秒。
screen-plays-no-longer = 已停在这里。
screen-detail-folded = 折叠：算法与前面相同的步骤只占一行。按 N 跳过这些步骤。
screen-detail-usual = 按通常的详细程度显示。
screen-detail-open = 展开：每个运算各占一行。
screen-nothing-new = 从这里往后，每一步的算法前面都出现过。
screen-worked-like = 算法与 { $name }（{ $number }）相同。
screen-mode-presenting = 演示
screen-mode-plays = 每步 { $seconds } 秒
screen-mode-folded = 折叠
screen-mode-open = 展开
screen-mode-scientific = 科学计数法
screen-mode-fraction = 分数
screen-descent =
    所有更新一起使误差从 { $before } 变为 { $after }，{ $direction ->
        [falls] 下降了 { $change }。
        [rises] 上升了 { $change }：步子太大了。
       *[same] 没有变化。
    }如果误差一直按当前的斜率变化，变化量会是 { $predicted }（−η 乘以梯度的平方和）。
screen-tab-table = 数表
screen-table-sorted =
    { $order ->
        [step] 本次前向和反向共 { $count } 个值，按步骤排列
        [name] 本次前向和反向共 { $count } 个值，按名称排列
        [size] 本次前向和反向共 { $count } 个值，大的在前
       *[verdict] 本次共 { $count } 个值；原文印出的在前，其中不符的最先
    }
screen-table-step = 步骤
screen-table-name = 名称
screen-table-value = 值
screen-table-exact = 精确值
screen-table-drift = 偏差
screen-table-printed = 原文的数
screen-table-verdict = 判定
screen-verdict-right = 正确
screen-verdict-cut = 截断
screen-verdict-float = 浮点相符
screen-verdict-rounded = 中间有舍入，相符
screen-verdict-wrong = 不符
screen-verdict-undecided = 无法判定
screen-verdict-erratum = 原文有误
screen-verdict-erratum-by-rounding = 原文有误，或由舍入造成
screen-verdict-no-erratum = 标作有误，其实相符
screen-verdict-trouble = 无法计算
screen-too-many-values = 共有 { $count } 个值，太多了，无法一次算出并按大小排列。
screen-training-runs = 各次运行
screen-training-looked-at-both = 第 { $epoch } 轮：损失 { $loss }，验证 { $validation }
screen-went-on = 从你上次离开的地方继续；按 { $key } 从头开始。
screen-went-on-here = 从你上次离开的地方继续。
screen-set-aside = 保存的进度已损坏，已移到：{ $file }
screen-check-no-gradient = 这一课不是按梯度训练 { $parameter }，所以没有梯度可检验。
screen-check-unrounded = 下面的计算中间不舍入：在纸上，这么小的差会丢失。
