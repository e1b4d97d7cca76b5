# What is wrong with a scenario file, and what to do about it.

## The text as such

fault-level-error = 错误
fault-level-help = 提示
fault-level-note = 说明
fault-no-such-scenario = 没有文件或内置场景 `{ $name }`
fault-no-such-scenario-help = `handgrad list` 会列出内置场景
fault-unreadable = 无法读取 `{ $name }`：{ $words }
fault-standard-input = 标准输入
fault-did-you-mean = 是否想写 `{ $nearest }`？
fault-given-on-line = 第 { $line } 行已经有了；请去掉其中一个
fault-more = 还有 { $count } 处错误
fault-empty = 文件是空的
fault-empty-help = 场景文件以 `format: 1` 开头
fault-too-many-bytes = 文件超过 { $limit } MiB
fault-is-it-a-scenario = 这是场景文件吗？
fault-not-text = 字节 `{ $byte }` 不是 UTF-8 文本
fault-control-character = 文本中不应有控制字符 `{ $code }`
fault-syntax = 这不是 YAML：{ $words }
fault-too-deep = 列表与映射的嵌套超过 { $limit } 层
fault-too-many-nodes = 文件中的值超过 { $limit } 个
fault-anchor = 场景中不允许使用锚点（`&`）
fault-alias = 场景中不允许使用别名（`*`）
fault-anchor-help = 请在需要的地方直接写出值
fault-tag = 场景中不允许使用标签（`!`）
fault-tag-help = 请删去：值的种类由它的键决定
fault-second-document = 这里开始了第二个文档
fault-second-document-help = 请把每个场景写入单独的文件
fault-key-not-text = 键必须是一个词
fault-key-twice = 键 `{ $key }` 给出了两次

## The shape of the document

fault-unknown-key = 未知的键 `{ $key }`
fault-missing-key = 缺少键 `{ $key }`
fault-wrong-shape = 应为{ $expected }，却是{ $found }
fault-shape-nothing = 空
fault-shape-text = 文字
fault-shape-quoted = 带引号的文字
fault-shape-number = 数
fault-shape-whole = 整数
fault-shape-switch = { "" } `true` 或 `false`
fault-shape-name = 名称
fault-shape-word = 一个词
fault-shape-list = 列表
fault-shape-mapping = 映射（`键: 值`）
fault-shape-text-or-languages = 文字，或按语言给出文字的映射
fault-shape-rows = 各行权重、按神经元给出的权重，或 `random`
fault-shape-formula = 公式
fault-unknown-word = 未知的 { $key } `{ $word }`
fault-known-words = 可以是 { $known }
fault-empty-list = 这里至少需要一个
fault-neither-subject = 没有可计算的内容：`network` 与 `graph` 都没有给出
fault-neither-subject-help = 请给出其中一个
fault-two-subjects = `network` 与 `graph` 出现在同一个文件中
fault-two-subjects-help = 一课只讲其中一个：请写成两个文件
fault-unknown-format = 未知的格式 `{ $found }`
fault-unknown-format-help = 本版本读取 `format: 1`
fault-not-a-language = `{ $tag }` 不是语言
fault-not-a-language-help = 按语言给出的文字使用 `en`、`zh` 这样的键

## Numbers

fault-not-a-number = `{ $text }` 不是普通小数
fault-not-a-number-help = 请写成 `0.5`、`-3` 或 `1e-3`
fault-too-many-digits = `{ $text }` 的位数太多，无法不经舍入地保存
fault-too-many-digits-help = 一个数最多有 28 位数字、28 位小数
fault-too-large-or-small = `{ $text }` 超出范围
fault-outside-range = 应为 { $least } 到 { $most } 的整数
fault-not-below-one = `{ $key }` 必须不小于 0 且小于 1
fault-negative = `{ $key }` 不能是负数
fault-not-above-zero = `{ $key }` 必须大于 0
fault-weight-decay-twice = `adamw` 有自己的 `weight_decay`
fault-weight-decay-twice-help = 请把它和 beta、epsilon 一起写在 `adamw` 里面
fault-reserved-in-optimizer = `{ $name }` 在每个优化器里都另有含义
fault-reserved-in-optimizer-help = `w` 是参数，`g` 是它的梯度，`eta` 是学习率，`t` 是更新的序号
fault-last-step-not-parameter = 优化器的最后一步必须是 `w`
fault-last-step-not-parameter-help = `w` 是参数，它的那一步就是更新：`w: w - eta*g`
fault-state-never-set = 没有任何步骤给状态 `{ $name }` 赋值
fault-state-never-set-help = 不变的数应写在 `constants` 下面
fault-look-ahead-too-early = 计算 `look_ahead` 时还不知道 `{ $name }`
fault-look-ahead-too-early-help = 求梯度的那一点可以用 `w`、`eta`、`t`、常数和状态
fault-not-positive = 学习率必须大于 0
fault-not-positive-help = 更新时已经做了减法：`w_new = w - eta * gradient`
fault-random-empty = `to` 小于 `from`
fault-random-finer = 这个数的小数位数多于抽取所用的 { $decimals } 位
fault-random-finer-help = 数取自一个网格，两端都在网格上
fault-random-too-many = `from` 与 `to` 之间的网格点太多
fault-random-too-many-help = 请用更少的 `decimals`

## Counts, and what does not fit together

fault-wrong-count = 应有 { $expected }，却有 { $found } 个
fault-count-inputs = { $count } 个输入
fault-count-targets = { $count } 个目标值
fault-count-rows = { $count } 行（每个神经元一行）
fault-count-weights = { $count } 个权重（该层每个输入一个）
fault-count-biases = { $count } 个偏置（每个神经元一个）
fault-count-shared-biases = { $count } 个整层共用的偏置
fault-too-many-parameters = 网络的权重、偏置与 softmax 输出对合计超过 { $limit } 个
fault-too-many-parameters-help = 课程的每一步都可以打开查看，因此网络的规模不能超出可以逐步讲解的范围
fault-two-biases = 该层同时有 `shared_bias` 和 `biases`
fault-two-biases-help = 整层一个偏置用 `shared_bias`，每个神经元一个用 `biases`
fault-bias-input-zero = 偏置乘以 0 就不起作用了
fault-bias-input-help = 出处若是减去阈值，请写 `bias_input: -1`
fault-bias-input-without-bias = 该层有 `bias_input`，却没有偏置
fault-bias-input-without-bias-help = 请加上 `shared_bias` 或 `biases`，或删去 `bias_input`
fault-softmax-of-one = 单个神经元的 softmax 恒为 1
fault-softmax-of-one-help = 请用 `sigmoid`，或增加该层的神经元
fault-loss-needs-softmax = `{ $loss }` 需要总和为 1 的输出
fault-loss-needs-softmax-help = 请把最后一层设为 `activation: softmax`，或改用 `binary_cross_entropy`
fault-loss-needs-unit = `{ $loss }` 要对输出取对数，而 `{ $activation }` 的输出可能不在 0 与 1 之间
fault-loss-needs-unit-help = 请把最后一层设为 `activation: sigmoid`
fault-target-outside-unit = `binary_cross_entropy` 的目标值必须在 0 到 1 之间
fault-target-not-a-sign = `hinge` 的目标值必须是 1 或 -1
fault-target-negative = `cross_entropy` 的目标值不能为负
fault-targets-sum = `cross_entropy` 的目标值之和必须为 1，而这里是 { $sum }
fault-training-without-loss = 没有 `loss` 的网络无法训练
fault-training-without-loss-help = 请给网络加上 `loss`；若只讲前向传播，则去掉 `training`
fault-training-without-parameters = 没有可训练的内容：图中没有 `parameters`
fault-training-without-parameters-help = `given` 下的值保持不变；请把要学习的值移到 `parameters`
fault-not-with-given-gradients = `{ $key }` 不能与 `given_gradients` 同时出现
fault-not-with-given-gradients-help = 给定的梯度只训练 `graph` 的 `parameters`；请去掉两者之一
fault-gradient-missing = 没有 `{ $name }` 的梯度
fault-gradient-missing-help = `given_gradients` 的每一项都要写出每个参数
fault-more-epochs-than-gradients = 轮数多于梯度：`given_gradients` 只有 { $given } 项
fault-more-epochs-help = 请给每一轮一个梯度，或去掉 `epochs`
fault-targets-without-loss = 给出了目标值，却没有用来比较的内容
fault-targets-without-loss-help = 请给网络加上 `loss`，或给图加上 `targets`
fault-layers-of-graph = 图没有层，无法逐层更新
fault-layers-of-graph-help = 请去掉 `update`，或改写成 `network`
fault-layers-of-batches = 逐层更新时一次只能学习一个样本
fault-layers-ahead = 向前看的优化器在同一点上求所有梯度，而逐层更新时没有这样的一点
fault-layers-ahead-help = 请去掉 `update` 或 `look_ahead`
fault-layers-of-batches-help = 请写 `batch: 1`：每个样本的误差都要经过已经更新的权重传回
fault-perceptron-of-layers = 感知机规则只能训练单层网络
fault-perceptron-of-layers-help = 它没有可以传回前一层的梯度；多层网络请用 `sgd`
fault-perceptron-of-graph = 感知机规则训练的是 `network`，而这里是图
fault-perceptron-of-graph-help = 请换一个优化器，或把神经元写成单层的 `network`
fault-perceptron-without-jump = 感知机规则需要会跳变的输出，而 `{ $activation }` 不会
fault-perceptron-without-jump-help = 请把这一层设为 `activation: step` 或 `activation: sign`
fault-perceptron-without-gradients = 感知机规则没有梯度，而 `{ $key }` 需要梯度
fault-perceptron-leave-out-help = 请去掉它，或换一个优化器
fault-stop-without-loss = 没有可供 `loss_below` 查看的损失
fault-stop-without-loss-help = 请给网络加上 `loss`：感知机规则用不到它，停止条件要用
fault-validation-without-loss = 没有损失，`validation` 就没有可衡量的东西
fault-validation-without-loss-help = 请给网络加上 `loss`，或去掉 `validation`
fault-erratum-of-float = 一个值要么是 `erratum`，要么是 `float`
fault-paper-without-digits = 纸笔计算需要说明舍入到几位
fault-paper-without-digits-help = 请写 `{"{"}paper: {"{"}decimals: 4{"}"}{"}"}` 或 `{"{"}paper: {"{"}significant: 4{"}"}{"}"}`
fault-paper-with-two-digits = 结果要么按 `decimals` 舍入，要么按 `significant` 舍入
fault-rounding-without-paper = `rounding` 规定纸笔计算怎样舍入，而这一课是精确计算的
fault-rounding-without-paper-help = 请加上 `arithmetic: {"{"}paper: {"{"}decimals: 4{"}"}{"}"}`，或去掉 `rounding`

## Tables of samples

fault-table-missing = 场景旁边没有文件 `{ $file }`
fault-table-missing-help = 表格应放在场景所在的文件夹或其下的文件夹里；场景来自标准输入时，放在当前文件夹里
fault-table-outside = `{ $file }` 指向场景所在文件夹之外
fault-table-outside-help = 请把表格放在场景旁边，并直接写它的文件名：`csv: students.csv`
fault-table-not-text-help = 请把表格存成 UTF-8 编码的 CSV
fault-table-not-commas = 这个表格的各列不是用英文逗号分隔的
fault-table-not-commas-help = 请用英文逗号分隔单元格、用点作小数点，重新保存
fault-table-no-rows = 表格 `{ $file }` 没有数据行
fault-table-rows-help = 第一行是各列的名称，下面每一行是一个样本
fault-table-too-many-rows = 表格超过 { $limit } 行
fault-table-no-such-column = `{ $file }` 中没有名为 `{ $name }` 的列
fault-table-columns = 它的列是 { $known }
fault-table-column-twice = 表格中有两列都叫 `{ $name }`
fault-table-column-twice-help = 请为其中一列换一个名称
fault-table-row-length = 表格有 { $expected } 列，而这一行有 { $found } 个单元格
fault-table-row-length-help = 单元格用英文逗号分隔；内容里有逗号的单元格要加引号
fault-table-empty-cell = 这一行的 `{ $column }` 列是空的
fault-table-empty-cell-help = 请填一个数，或删去这一行

## Activations and losses

fault-at-zero-unknown = 阶跃函数在 0 处的值只能是 0、0.5 或 1
fault-leak-outside-unit = leaky relu 放过的比例在 0 到 1 之间
fault-alpha-not-positive = elu 的 α 必须大于 0
fault-definition-too-long = 定义中的公式最多 { $limit } 个字符
fault-not-in-definition = `{ $name }` 在这个公式里没有意义；可用的名称：{ $known }
fault-derivative-and-surrogate = 同时有 `derivative` 和 `surrogate`
fault-derivative-and-surrogate-help = 斜率要么是导数，要么有意不是：请只留一个
fault-derivative-differs = 这不是导数：在 { $at } 处它得 { $given }，而导数是 { $derivative }
fault-derivative-fails = 这不是导数：在 { $at } 处它无法计算，而导数是 { $derivative }
fault-derivative-nowhere = 没有一处能同时算出公式和这个导数
fault-derivative-help = 可以不写，程序会按求导法则求出；有意不是导数的斜率请写在 `surrogate` 下

## Names

fault-not-a-lesson = `{ $text }` 不能作为一课的名字
fault-not-a-lesson-help = 一课的名字就是文件名去掉扩展名：chain-rule.yaml 写作 `chain-rule`
fault-not-a-name = `{ $text }` 不能用作名称
fault-not-a-name-help = 名称以字母开头，后接字母、数字和 `_`，最多 60 个字符
fault-reserved-name = `{ $name }` 在每一课中另有含义；请换一个名称
fault-reserved-ending = `{ $name }` 以 `{ $ending }` 结尾，该结尾留给更新步骤
fault-name-twice = `{ $name }` 同时是两样东西的名称
fault-step-twice = `{ $name }` 与 `{ $other }` 会有同名的步骤 `{ $step }`
fault-step-own-name = `{ $name }` 会产生名为 `{ $step }` 的步骤，而该名称已被占用
fault-step-twice-help = 请为其中一个换一个名称
fault-no-such-parameter = 没有权重或偏置 `{ $name }`
fault-no-such-neuron = 该层没有神经元 `{ $name }`
fault-no-such-node = 没有节点 `{ $name }`
fault-no-such-operand = 上文没有名为 `{ $name }` 的量
fault-named-later = `{ $name }` 在算出之前就被使用
fault-missing-neuron = 没有给出神经元 `{ $name }` 的值
fault-frozen-twice = `{ $name }` 已经冻结
fault-not-a-step = `{ $text }` 不能是步骤的名称
fault-not-a-step-help = 步骤的名称例如 `net_h1` 或 `dE_dw5`

## Formulas

fault-formula-too-long = 公式超过 { $limit } 个字符
fault-formula-too-deep = 括号的嵌套超过 { $limit } 层
fault-formula-character = 公式中不应有 `{ $character }`
fault-formula-character-help = 公式由数、名称、`+ - * / ^`、括号和函数组成
fault-formula-end = 公式过早结束
fault-formula-operand = 这里缺少数、名称或括号
fault-formula-operand-help = 每个运算符两边都要有内容
fault-formula-operator = 这里缺少运算符
fault-formula-operator-help = 乘法请写 `*`
fault-formula-bracket-open = 这个括号没有闭合
fault-formula-bracket-closed = 这个括号没有对应的开括号
fault-formula-comma = 逗号只能出现在函数的参数之间
fault-formula-comma-help = 小数请用点书写
fault-formula-number = 这不是普通小数
fault-formula-number-too-long = 这个数超过 { $limit } 位
fault-formula-index = `#` 和 `@` 后面需要从 1 开始的整数
fault-formula-index-help = `E_total#2@10` 是第 10 轮中样本 2 的步骤
fault-formula-function = 没有函数 `{ $name }`
fault-formula-function-help = 乘法请写 `*`：`a*(b + c)`
fault-formula-no-arguments = 函数 `{ $name }` 需要括号：`{ $name }(…)`
fault-formula-argument-count = `{ $name }` 需要 { $expected } 个参数，却有 { $found } 个

## How things are shown

fault-two-kinds-of-digits = `decimals` 和 `significant` 同时给出
fault-two-kinds-of-digits-help = 请去掉其中一个
fault-label-command = 标签中不能使用命令 `{ $command }`
fault-label-too-long = 标签最多 { $limit } 个字符
fault-label-not-closed = 这个 `{"{"}` 没有对应的 `{"}"}`
fault-label-nothing = 这里缺少内容
fault-label-character = 标签中不能有 `{ $character }`
fault-label-scripts = 标签最多有一个下标和一个上标，而且只能在末尾
fault-label-help = 标签由字母、数字、希腊字母和 `\text{"{"}…{"}"}` 组成，末尾可以有 `_` 和 `^`：'w_{"{"}21{"}"}^{"{"}(1){"}"}'

## Other runs of a lesson

fault-asked-twice = `{ $name }` 问了两次
fault-mistake-made = 一个错误应写 `value` 或 `formula`，二者取一
fault-mistake-made-help = `value: 0.16` 指一个错误的数；`formula: "delta_o1*out_h1*2"` 换了数也能认出
fault-asked-given = `{ $name }` 是已知量，不能用来提问
fault-too-many-runs = 一课最多与另外 { $limit } 次运行对比
fault-run-changes-nothing = 运行 `{ $name }` 什么也没有改变
fault-run-changes-nothing-help = 请为它写上自己的 `training`、`activation` 或 `loss`
fault-run-of-networks = 只有网络才有 `{ $key }`
fault-run-elsewhere = 在运行 `{ $name }` 中，第 { $line } 行有误：{ $fault }

## 与课程核对的名称和所印数字

fault-no-such-step = 这一课没有名为 `{ $name }` 的步骤或已知量
fault-no-result = `{ $name }` 不是某一步的结果，没有可舍入的数
fault-printed-wrong = `{ $name }` 印作 { $printed }，而算得 { $rounded }
fault-printed-value = 多写几位是 { $value }
fault-printed-exact = 精确值是 { $value }
fault-printed-wrong-help = 请改正；如果出处就是这样印的，请用 `erratum` 说明原因
fault-printed-undecided = 无法判定 `{ $name }` 是否等于 { $printed }
fault-printed-undecided-help = 由之前所印的数字，定不下它在跳变的哪一侧，或定不下它的数字
fault-erratum-right = `{ $name }` 标作 erratum，但 { $printed } 是对的
fault-erratum-cut = `{ $name }` 标作 erratum，但 { $printed } 是对的，只是截去了后面的位数
fault-erratum-float = `{ $name }` 标作 erratum，但 { $printed } 在浮点精度内相符
fault-erratum-help = 请去掉 `erratum`，或改正这个数
fault-erratum-rounded = `{ $name }` 的 erratum { $printed } 在之前各数舍入所允许的范围之内

# 数组与族。
fault-family-square-open = 这个 `[` 没有闭合
fault-family-square-open-help = 在最后一个下标后写 `]`
fault-family-square-closed = 这个 `]` 没有对应的 `[`
fault-family-bracket-place = `[ ]` 下标只能写在名字、`]`、`)` 或 `.T` 之后
fault-family-bracket-place-help = `x[t]` 是 x 的第 t 个成员
fault-family-transpose-place = `.T` 只能写在名字、`]`、`)` 或 `.T` 之后
fault-family-transpose-place-help = `A.T` 是矩阵 A 的转置
fault-family-dots-place = `..` 只能用在下标之间
fault-family-dots-place-help = `x[i..i+2]` 是三个成员的窗口
fault-family-equals-place = `=` 只能写在左边，例如 `z[i=1..3]`
fault-family-equals-place-help = 公式里不要写 `=`
fault-family-brackets-empty = 方括号是空的，需要写下标
fault-family-not-whole = 下标由整数（不超过 1 000 000）、下标名和 `+`、`-`、`*` 组成
fault-family-not-whole-help = 例如 `x[2*i + a - 3]`
fault-family-head-index = 左边的下标只能是一个名字、一个整数，或带范围的名字
fault-family-head-index-help = 例如 `h[t]`、`h[0]` 或 `z[i=1..3]`
fault-family-head-index-twice = 左边的下标 `{ $index }` 出现了两次
fault-family-range-backwards = 范围 { $from }..{ $to } 是倒着的
fault-family-range-backwards-help = 先写较小的数
fault-family-one-argument = `{ $reducer }` 先写下标名，最后写一个公式
fault-family-one-argument-help = `{ $reducer }(t, x[t])` 或 `{ $reducer }(x)`；下标必须出现在公式的方括号里
fault-family-index-is-value = `{ $index }` 不能作下标：它是本文件中一个值的名字
fault-family-index-is-value-help = 换一个字母作下标（见第 { $line } 行）
fault-family-index-as-number = `{ $index }` 是下标，只能用在方括号里
fault-family-index-as-number-help = 如果需要 1、2、3……这些数，把它们写成一个数组
fault-family-index-not-bound = 下标 `{ $index }` 在这里没有取值
fault-family-index-not-bound-help = 在左边写出它：`y[{ $index }]`，或对它求和：`sum({ $index }, …)`
fault-family-index-bound-twice = `{ $reducer }` 要用掉下标 `{ $index }`，但它在这里已有取值
fault-family-index-bound-twice-help = 在 `{ $reducer }` 里换一个字母
fault-family-softmax-index = `softmax({ $index }, …)` 是 `{ $index }` 处的成员，所以左边必须写出 `{ $index }`
fault-family-softmax-index-help = 写成 `p[{ $index }]: softmax({ $index }, s[{ $index }])`
fault-family-range-unknown = 没有数组说明下标 `{ $index }` 的范围
fault-family-range-unknown-help = 在左边写出范围：`[{ $index }=1..3]`；只有下标单独出现（如 `x[{ $index }]`）时，数组才说明范围
fault-family-ranges-disagree = 下标 `{ $index }` 在这里的范围是 { $here }，在别处是 { $there }
fault-family-ranges-disagree-help = 用两个下标名，或让数组长度相同（见第 { $line } 行）
fault-family-not-given-index = `{ $name }` 不能用作下标：只有给定的整数可以
fault-family-not-given-index-help = 把它写在 `given` 下
fault-family-index-not-whole = `{ $name }` 用作下标，必须是整数
fault-family-outside = `{ $name }` 没有第 { $index } 个成员：这里的下标从 { $least } 到 { $most }
fault-family-outside-help = 如果外面的值算作 0，写 `zero_outside: [{ $name }]`
fault-family-index-too-large = 这个下标超过了 1 000 000
fault-family-window-backwards = 窗口 { $from }..{ $to } 是倒着的
fault-family-window-backwards-help = 两端都包括在内：`x[i..i+2]` 有三个成员
fault-family-too-many-subscripts = `{ $name }` 有 { $has } 层列表，这里却写了 { $found } 个下标
fault-family-shapes-do-not-fit = 逐元素运算时形状不相配：{ $left }与{ $right }
fault-family-shapes-do-not-fit-help = 形状从最后一个下标对齐；缺少的或长度为 1 的会重复
fault-family-product-of = `@` 只能乘列表和矩阵，这里是{ $left }和{ $right }
fault-family-product-of-help = 数乘数组写 `*`
fault-family-product-shapes = { $left }与{ $right }不能相乘：内侧长度不同
fault-family-product-shapes-help = 是否需要转置其中一个？`A.T` 是转置
fault-family-transpose-of = `.T` 只能转置矩阵，而这是{ $shape }
fault-family-transpose-of-help = 列表没有转置；两个列表的 `a @ b` 是点积
fault-family-softmax-of-number = `softmax` 需要一个列表，而这是一个数
fault-family-members-differ = `{ $name }` 的成员是{ $first }，这里得到的却是{ $found }
fault-family-members-differ-help = 一个数组的所有成员形状相同（见第 { $line } 行）
fault-family-index-counts-differ = `{ $name }` 在这里有 { $here } 个下标，在别处有 { $there } 个
fault-family-later = `{ $name }` 在算出之前就被使用了
fault-family-later-help = 把它的行移到上面；递推里应读取更早的下标，如 `h[t-1]`（见第 { $line } 行）
fault-family-its-own = `{ $name }` 由它自己算出
fault-family-its-own-help = 递推应读取更早的成员，如 `h[t-1]`
fault-family-not-yet = 读取 `{ $name }` 的第 { $index } 个成员时，它还没有算出
fault-family-not-yet-help = 递推应读取更早的成员，如 `h[t-1]`
fault-family-both-directions = `{ $name }` 既读较小的下标又读较大的下标，没有可行的计算顺序
fault-family-both-directions-help = 如果它在这一行之前已经算完，这里换一个下标字母（见第 { $line } 行）
fault-family-no-start = `{ $name }` 没有第 { $index } 个成员：它从 { $least } 到 { $most }
fault-family-no-start-help = 写出起始值 `{ $name }[{ $index }]: 0`，或让外面的值为 0：`zero_outside: [{ $name }]`
fault-family-member-twice = `{ $name }` 写了两次
fault-family-gap = 没有一行写出 `{ $name }`
fault-family-gap-help = 数组必须包含从 1 到其长度的所有成员
fault-family-written-outside = `{ $name }` 从 1 到 { $most }，{ $index } 在外面
fault-family-written-outside-help = 外面只能写起始值：下标 0，或向下递推时的 { $after }
fault-family-too-many-indices = `{ $name }` 的下标超过 { $limit } 个
fault-family-too-many-members = `{ $name }` 有 { $count } 个成员，一行最多 { $limit } 个
fault-family-too-many-steps = 加上 `{ $name }`，数组展开后超过 { $limit } 步
fault-family-too-many-terms = 加上 `{ $name }`，展开后的公式超过 { $limit } 项
fault-family-argument-count = `{ $name }` 需要 { $expected } 个参数，这里有 { $found } 个
fault-family-other-line = 另一处在第 { $line } 行
fault-family-no-such-name = 没有 `{ $name }`
fault-ragged = 这个列表有 { $found } 个成员，旁边的列表有 { $expected } 个
fault-ragged-help = 同一层的列表长度必须相同
fault-empty-array = 数组至少要有一个成员
fault-too-many-levels = 列表嵌套超过 { $limit } 层
fault-shape-of-sample = `{ $name }` 应为{ $expected }，这里写的是{ $found }
fault-sample-by-name = 样本没有给出 `{ $name }`
fault-sample-by-name-help = 带数组的图按名字取值：`inputs: {"{"}x: [1, 2, 3]{"}"}`
fault-output-is-array = 输出必须是一个数，而 `{ $name }` 是{ $shape }
fault-output-is-array-help = 加一行把它变成一个数，例如 `L: sum(…)`
fault-expand-with-families = 带数组的图不能使用 `expand`
fault-zero-outside-number = `{ $name }` 是一个数，没有外面
fault-array-number = 一个数
fault-array-list = 长度为 { $lengths } 的列表
fault-array-matrix = { $lengths } 的矩阵
fault-array-more = { $lengths } 的数组
