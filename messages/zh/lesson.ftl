# What the lesson says of a step: question, reason, kinds of steps.
#
# `$loss` is 误差, or the name of a graph's output with a space behind it: let it begin a sentence or stand behind a comma.

lesson-error = 误差
lesson-net = 净输入
lesson-net-as-z = 净输入
lesson-output = { $name }{ " " }
lesson-about = 约 { $number }
lesson-exactly = { " " }{ $number }
lesson-sentences = { $first }{ $second }
lesson-list-comma = { $before }、{ $next }
lesson-list-and = { $before } 和 { $last }

## What a step is

lesson-title-weighted-sum = 神经元 { $subject } 的加权和
lesson-title-activation = 神经元 { $subject } 的输出
lesson-title-output-loss = 输出 { $subject } 的误差
lesson-title-total-loss = 总误差
lesson-title-output-gradient = 误差对 { $a }_{ $subject } 的偏导数
lesson-title-output-path = 误差对 { $a }_{ $subject } 的偏导数，经过 { $partner } 的路径
lesson-title-activation-slope = { $subject } 的激活函数的导数
lesson-title-softmax-slope = { $a }_{ $subject } 对 { $z }_{ $partner } 的偏导数
lesson-title-delta = 神经元 { $subject } 的误差项 δ
lesson-title-delta-path = 神经元 { $subject } 的误差项 δ，经过 { $partner } 的路径
lesson-title-delta-short = 神经元 { $subject } 的误差项 δ，简便算法
lesson-title-net-slope-by-output = { $z }_{ $subject } 对 { $a }_{ $partner } 的偏导数
lesson-title-net-slope = { $z }_{ $subject } 对 { $partner } 的偏导数
lesson-title-gradient = { $subject } 的梯度
lesson-title-path = { $subject } 的梯度，经过 { $partner } 的路径
lesson-title-direct-path = { $subject } 的梯度，直接的路径
lesson-title-input-gradient = 输入 { $subject } 的梯度
lesson-title-input-path = 输入 { $subject } 的梯度，经过 { $partner } 的路径
lesson-title-node = { $subject } 的值
lesson-title-start = 反向传播的起点
lesson-title-local-slope = { $subject } 对 { $partner } 的偏导数
lesson-title-batch-loss =
    { $reduction ->
        [sum] 本批 { $subject } 之和
       *[mean] 本批 { $subject } 的平均
    }
lesson-title-epoch-loss =
    { $reduction ->
        [sum] 整轮 { $subject } 之和
       *[mean] 整轮 { $subject } 的平均
    }
lesson-title-validation-loss = { $subject } 在验证样本上的平均
lesson-title-batch-gradient = { $subject } 在本批上的梯度
lesson-title-output-error = { $subject } 的目标值减输出
lesson-title-batch-correction = { $subject } 在本批上的修正量
lesson-title-not-the-gradient = { $title } · 不是梯度
lesson-title-learning-rate = 本轮的学习率
lesson-title-given-gradient = 给定的 { $subject } 的梯度
lesson-title-decayed-gradient = { $subject } 含权重衰减的梯度
lesson-title-velocity = { $subject } 的速度
lesson-title-square-sum = { $subject } 的梯度平方和
lesson-title-square-mean = { $subject } 的梯度平方的滑动平均
lesson-title-gradient-mean = { $subject } 的梯度的滑动平均
lesson-title-corrected-gradient-mean = { $subject } 的梯度平均，修正后
lesson-title-corrected-square-mean = { $subject } 的梯度平方平均，修正后
lesson-title-own-quantity = { $subject } 的 { $partner }
lesson-title-look-ahead = { $subject } 的前瞻点
lesson-title-new-parameter = { $subject } 的新值

## The question that a step answers

lesson-question-weighted-sum = 神经元 { $subject } 的加权和是多少？
lesson-question-activation = 神经元 { $subject } 的输出是多少？
lesson-question-answer = 网络在 { $subject } 给出的答案是多少？
lesson-question-output-loss = 输出 { $subject } 的误差有多大？
lesson-question-total-loss = 误差总共有多大？
lesson-question-output-gradient = { $a }_{ $subject } 变化时，误差变化多快？
lesson-question-output-path = 只看经过 { $partner } 的路径，{ $a }_{ $subject } 变化时误差变化多快？
lesson-question-activation-slope = { $z }_{ $subject } 变化时，{ $a }_{ $subject } 变化多快？
lesson-question-softmax-slope = { $z }_{ $partner } 变化时，{ $a }_{ $subject } 变化多快？
lesson-question-delta =
    { $delta ->
        [descent] { $z }_{ $subject } 增大时，误差下降得多快？
       *[gradient] { $z }_{ $subject } 变化时，误差变化多快？
    }
lesson-question-delta-path =
    { $delta ->
        [descent] 只看经过 { $a }_{ $partner } 的路径，{ $z }_{ $subject } 增大时误差下降得多快？
       *[gradient] 只看经过 { $a }_{ $partner } 的路径，{ $z }_{ $subject } 变化时误差变化多快？
    }
lesson-question-delta-short =
    { $delta ->
        [descent] 简便算法“目标减输出”会得到同样的结果吗？
       *[gradient] 简便算法“输出减目标”会得到同样的结果吗？
    }
lesson-question-net-slope-by-output = { $a }_{ $partner } 变化时，{ $z }_{ $subject } 变化多快？
lesson-question-net-slope = { $partner } 变化时，{ $z }_{ $subject } 变化多快？
lesson-question-gradient = { $subject } 变化时，{ $loss }变化多快？
lesson-question-path = 只看经过 { $partner } 的路径，{ $subject } 变化时，{ $loss }变化多快？
lesson-question-direct-path = 只看直接用到它的地方，{ $subject } 变化时，{ $loss }变化多快？
lesson-question-node = { $subject } 是多少？
lesson-question-start = { $subject } 自身变化时，{ $subject } 变化多快？
lesson-question-local-slope = { $partner } 变化时，{ $subject } 变化多快？
lesson-question-batch-loss = 在整个批次上，{ $loss }有多大？
lesson-question-epoch-loss = 在整轮训练上，{ $loss }有多大？
lesson-question-validation-loss = 在从不用来训练的样本上，{ $loss }有多大？
lesson-question-batch-gradient = 在本批上，{ $subject } 变化时，{ $loss }变化多快？
lesson-question-output-error = { $subject } 偏离目标值多少，偏向哪一边？
lesson-question-batch-correction = 本批的误差要求 { $subject } 怎样改变？
lesson-question-through-new = 经过新的权重，传到 { $subject } 的是多少？
lesson-question-learning-rate = 本轮的学习率是多少？
lesson-question-decayed-gradient = 更新 { $subject } 时用的是哪个梯度？
lesson-question-velocity = { $subject } 现在移动得多快？
lesson-question-square-sum = 到现在为止 { $subject } 的梯度有多大？
lesson-question-square-mean = 最近 { $subject } 的梯度有多大？
lesson-question-gradient-mean = 最近 { $subject } 的梯度指向哪边？
lesson-question-corrected-mean = 去掉从零开始的影响，这个平均是多少？
lesson-question-own-quantity = 现在 { $subject } 的 { $partner } 是多少？
lesson-question-look-ahead = 在 { $subject } 的哪一点求梯度？
lesson-question-new-parameter = 更新之后 { $subject } 是多少？

## Why: forward

lesson-why-weighted-sum =
    { $count ->
        [1] { $from ->
            [inputs] 输入
           *[outputs] { $layer }的输出
        }乘以相应的权重
       *[other] { $from ->
            [inputs] 每个输入
           *[outputs] { $layer }的每个输出
        }乘以相应的权重，再把乘积相加
    }{ $bias ->
        [own] ，最后加上偏置 { $bias_name }。
        [shared] ，最后加上偏置 { $bias_name }，它由这一层的 { $neurons } 个神经元共用。
       *[none] 。
    }
lesson-why-weighted-sum-constant =
    { $from ->
        [inputs] { $count ->
            [1] 输入
           *[other] 每个输入
        }
       *[outputs] { $count ->
            [1] { $layer }的输出
           *[other] { $layer }的每个输出
        }
    }乘以相应的权重，偏置 { $bias_name }{ $bias ->
        [shared] （整层共用）
       *[own] {""}
    }乘以固定的输入 { $constant }，再把这些乘积相加。
lesson-why-identity = 恒等函数什么也不改变：净输入原样输出。
lesson-why-sigmoid = 输出就是 { $z }_{ $subject } 的 Sigmoid。Sigmoid 把任何数压到 0 与 1 之间：远小于 0 的接近 0，远大于 0 的接近 1。
lesson-why-tanh = 输出就是 { $z }_{ $subject } 的 tanh。tanh 把任何数压到 −1 与 1 之间；符号不变，0 仍是 0。
lesson-why-relu =
    { $sign ->
        [positive] relu 截去 0 以下的部分。这里的净输入大于 0，原样通过。
        [zero] relu 截去 0 以下的部分。这里的净输入不大于 0，所以输出 0。
       *[unknown] relu 截去 0 以下的部分，其余原样通过。
    }
lesson-why-step =
    { $net ->
        [positive] 阶跃函数只看净输入在 0 的哪一侧。这里大于 0，所以输出 1。
        [negative] 阶跃函数只看净输入在 0 的哪一侧。这里小于 0，所以输出 0。
        [zero] 阶跃函数只看净输入在 0 的哪一侧。这里正好是 0，函数在此跳变：约定取 { $result }。
       *[unknown] 阶跃函数只看净输入在 0 的哪一侧：小于 0 得 0，大于 0 得 1。
    }
lesson-why-sign =
    { $net ->
        [positive] 符号函数只留下净输入在 0 的哪一侧。这里大于 0，所以输出 1。
        [negative] 符号函数只留下净输入在 0 的哪一侧。这里小于 0，所以输出 −1。
        [zero] 符号函数只留下净输入在 0 的哪一侧。这里正好是 0，输出也是 0。
       *[unknown] 符号函数只留下净输入在 0 的哪一侧：小于 0 得 −1，大于 0 得 1。
    }
lesson-why-leaky-relu =
    { $net ->
        [positive] 0 以下的净输入，leaky relu 只放过一部分。这里的净输入大于 0，原样通过。
        [negative] 0 以下的净输入，leaky relu 只放过一部分，这里正是这样。
        [zero] 0 以下的净输入，leaky relu 只放过一部分；0 仍是 0。
       *[unknown] 0 以下的净输入，leaky relu 只放过一部分，其余原样通过。
    }
lesson-why-elu =
    { $net ->
        [positive] elu 让大于 0 的净输入原样通过：这里 e 的幂是 e⁰ = 1，正好抵消。
        [negative] 在 0 以下，elu 平滑地弯下去，趋近 −α，远低于 0 的净输入几乎不再起作用。
       *[unknown] elu 让大于 0 的净输入原样通过；在 0 以下平滑地弯下去，趋近 −α。
    }
lesson-why-softplus = softplus 是圆角的 relu：远小于 0 时接近 0，远大于 0 时接近净输入本身，但从不等于 0。
lesson-why-silu = silu 把净输入乘以它自己的 sigmoid：远大于 0 时几乎全部通过，远小于 0 时几乎都被挡住。
lesson-why-gelu-tanh = gelu 把净输入乘以钟形曲线在它以下的份额。这个份额用 tanh 近似，多数程序都这样算；那个很长的数是 π。
lesson-why-own-activation = 这个激活函数是作者自己写的公式，以净输入为变量。
lesson-why-softmax = Softmax 把这一层的净输入变成份额：以 e 为底、自身净输入为指数的幂，除以全层这些幂之和。各份加起来等于 1。

## Why: the error

lesson-why-half-squared-error = 把输出与目标的差平方，偏高和偏低就一样看待。系数 ½ 将与求导产生的 2 约去。
lesson-why-squared-error = 把输出与目标的差平方：偏高和偏低一样看待，而差得多的远比差得少的更要紧。
lesson-why-mean-squared-error = 把输出与目标的差平方：偏高和偏低一样看待，而差得多的远比差得少的更要紧。
lesson-why-absolute-error = 与目标的距离，不计符号：差两倍就算两倍，而不是四倍。
lesson-why-hinge =
    { $sign ->
        [zero] target·{ $a } 达到 1 时 hinge 损失为 0：方向对，而且足够明确。这里达到了，所以没有误差。
       *[other] target·{ $a } 达到 1 时 hinge 损失才为 0：方向对，而且足够明确。离 1 还差多少，误差就是多少。
    }
lesson-why-own-loss = 这个损失是作者自己写的公式，以目标和输出为变量。
lesson-why-binary-cross-entropy =
    { $target ->
        [one] 目标是 1，所以只剩 −ln({ $a })：{ $a }_{ $subject } 越接近 1，误差越小。另一项的因子为 0，按 0 计。
        [zero] 目标是 0，所以只剩 −ln(1 − { $a })：{ $a }_{ $subject } 越接近 0，误差越小。另一项的因子为 0，按 0 计。
       *[other] 目标在 0 与 1 之间，所以两个对数都起作用：前一个按目标的份额，后一个按其余的份额。
    }
lesson-why-cross-entropy =
    { $target ->
        [one] 目标是 1，所以只剩 −ln({ $a })：{ $a }_{ $subject } 越接近 1，误差越小。
        [zero] 目标是 0，所以 { $a }_{ $subject } 不增加误差：0 乘以对数按 0 计。
       *[other] 输出的对数有多大作用，由它的目标决定。
    }
lesson-why-total-loss =
    { $count ->
        [1] 只有一个输出，它的误差就是总误差。
       *[other] { $how ->
            [mean] 总误差是 { $count } 个输出的平均。
           *[sum] 把 { $count } 个输出的误差全部相加。
        }
    }
lesson-why-total-loss-watched = 感知机规则用不到这个误差，它只说明错了多少。
lesson-why-total-loss-validation = 这个样本不用来训练：反向传播不从这里开始，也没有权重因它而改变。
lesson-why-total-loss-trained = 训练要减小的正是这个数。

## Why: what a sign means

lesson-sign-positive = 结果为正：{ $what } 增大时，{ $loss }也增大。
lesson-sign-zero = 结果为零：在这一点上，改变 { $what }，{ $loss }既不升也不降。
lesson-sign-negative = 结果为负：{ $what } 增大时，{ $loss }反而减小。
lesson-descent-positive = 结果为正：{ $what } 增大时，{ $loss }减小。
lesson-descent-negative = 结果为负：{ $what } 增大时，{ $loss }反而增大。
lesson-why-side-of-target =
    { $sign ->
        [positive] 结果为正：{ $a }_{ $subject } 高于目标，输出再增大，误差也增大。
        [negative] 结果为负：{ $a }_{ $subject } 低于目标，输出增大时，误差减小。
       *[zero] 结果为零：{ $a }_{ $subject } 正好等于目标。
    }
lesson-why-new-weights = 这不是梯度：它是用已经更新的权重算出来的，只是当作梯度来用。
lesson-why-surrogate = 其中用到替代斜率，所以它不是真正的梯度，只是当作梯度来用。
lesson-why-gradient = { $loss }与 { $subject } 之间的路径上，各个局部导数相乘：这就是链式法则。
lesson-why-gradient-positive =
    结果为正：{ $subject } 增大时，{ $loss }也增大{ $fate ->
        [update] ，所以更新会减小 { $subject }。
        [sample] ，所以这个样本要求减小 { $subject }。
        [frozen] 。但 { $subject } 不参与训练，保持不变。
       *[none] 。
    }
lesson-why-gradient-zero =
    结果为零：在这一点上，改变 { $subject }，{ $loss }既不升也不降{ $fate ->
        [update] ，所以更新不会改变 { $subject }。
        [sample] ，所以这个样本不要求改变 { $subject }。
        [frozen] 。而且 { $subject } 不参与训练，本来就保持不变。
       *[none] 。
    }
lesson-why-gradient-negative =
    结果为负：{ $subject } 增大时，{ $loss }反而减小{ $fate ->
        [update] ，所以更新会增大 { $subject }。
        [sample] ，所以这个样本要求增大 { $subject }。
        [frozen] 。但 { $subject } 不参与训练，保持不变。
       *[none] 。
    }

## Why: backward through a network

lesson-why-slope-half-squared-error = ½(target − { $a })² 的导数是 (target − { $a })·(−1) = { $a } − target：2 与 ½ 约去，−1 使两者交换位置。
lesson-why-slope-squared-error = (target − { $a })² 的导数是 2·(target − { $a })·(−1) = 2·({ $a } − target)：−1 使两者交换位置。
lesson-why-slope-mean-squared-error =
    { $count ->
        [1] (target − { $a })² 的导数是 2·(target − { $a })·(−1) = 2·({ $a } − target)：−1 使两者交换位置。
       *[other] (target − { $a })² 的导数是 2·({ $a } − target)，取平均还要除以 { $count } 个输出。
    }
lesson-why-slope-absolute-error = 输出离开多远，距离就增加多少：在目标之上导数是 1，之下是 −1，正好在目标处约定取 0。
lesson-why-slope-hinge =
    { $sign ->
        [zero] target·{ $a } 已经达到 1，hinge 在那里是平的：导数为 0，正好等于 1 时也约定取 0。这里没有可学的了。
       *[other] target·{ $a } 还没有达到 1，所以剩下 1 − target·{ $a } 的导数，即 −target。
    }
lesson-why-slope-own-loss = 这是作者自己的损失对输出的导数。
lesson-why-slope-surrogate = 这是替代斜率：作者用它代替导数。由它算出的不是真正的梯度。
lesson-why-slope-binary-cross-entropy =
    { $target ->
        [one] 目标是 1，所以只剩 −ln({ $a }) 的导数，即 −1/{ $a }。
        [zero] 目标是 0，所以只剩 −ln(1 − { $a }) 的导数，即 1/(1 − { $a })。
       *[other] ln(x) 的导数是 1/x：每个对数给出一个分式。
    }
lesson-why-slope-cross-entropy =
    { $target ->
        [one] −ln({ $a }) 的导数是 −1/{ $a }。
        [zero] 目标是 0，所以误差不直接取决于 { $a }_{ $subject }。它的净输入仍有影响：softmax 给一个输出的，要从别的输出拿走。
       *[other] ln({ $a }) 的导数是 1/{ $a }，它起多大作用由目标决定。
    }
lesson-why-output-gradient = { $subject } 只通向 { $partner }，所以从它到误差只有一条路径。
lesson-why-output-path = { $subject } 通向 { $count } 个神经元。这条路径经过 { $partner }：用 { $delta ->
        [descent] −δ_{ $partner }
       *[gradient] δ_{ $partner }
    } 乘以从 { $subject } 到 { $partner } 的权重。
lesson-why-paths-through = { $loss }与 { $what } 之间有 { $count } 条路径，分别经过 { $through }；链式法则把它们相加。
lesson-why-paths = { $loss }与 { $what } 之间有 { $count } 条路径；链式法则把它们相加。
lesson-why-paths-differ = 它们有正有负，抵消了一部分。
lesson-why-slope-identity = 输出就是净输入本身，两者变化相同，导数是 1。
lesson-why-slope-sigmoid =
    { $curve ->
        [flat] Sigmoid 的导数是 { $a }·(1 − { $a })。这里只有 { $slope }，因为 { $a } 接近 0 或 1：神经元已经饱和，净输入几乎推不动输出。
       *[steep] Sigmoid 的导数是 { $a }·(1 − { $a })。在 { $a } = 0.5 处最陡，斜率为 ¼。
    }
lesson-why-slope-tanh =
    { $curve ->
        [flat] tanh 的导数是 1 − { $a }²。这里只有 { $slope }，因为 { $a } 接近 −1 或 1：神经元已经饱和，净输入几乎推不动输出。
       *[steep] tanh 的导数是 1 − { $a }²。在 { $a } = 0 处最陡，斜率为 1。
    }
lesson-why-slope-relu =
    { $sign ->
        [positive] 净输入大于 0，relu 把变化原样传过去：导数为 1。
        [negative] 净输入小于 0，relu 什么变化也不传：导数为 0。
        [zero] 净输入正好是 0，relu 在这里有折点，没有自己的导数；约定取 0。
       *[unknown] relu 的导数在 0 以上是 1，在 0 以下是 0；在 0 处约定取 0。
    }
lesson-why-slope-flat = 净输入稍有变化，输出并不改变，所以导数是 0。梯度无法经过这里：前面的部分只能用替代斜率或感知机规则来训练。
lesson-why-slope-leaky-relu =
    { $sign ->
        [positive] 净输入大于 0，leaky relu 把变化原样传过去：导数为 1。
        [negative] 净输入小于 0，只有一部分变化传过去：这一部分就是导数。
        [zero] 净输入正好是 0，leaky relu 在这里有折点；导数约定取 0 以下的那个。
       *[unknown] leaky relu 的导数在 0 以上是 1，在 0 以下是放过的比例；在 0 处约定取后者。
    }
lesson-why-slope-elu =
    { $sign ->
        [positive] 净输入大于 0，elu 把变化原样传过去：导数为 1。
        [negative] 净输入小于 0。e 的幂的导数就是它自己，也就是 { $a } + α。
        [zero] 净输入正好是 0，elu 的两段在此相接；导数约定取下面那段的，即 α。
       *[unknown] elu 的导数在 0 以上是 1，在 0 以下是 { $a } + α；在 0 处约定取后者。
    }
lesson-why-slope-softplus = softplus 的导数就是净输入的 sigmoid：远小于 0 时接近 0，远大于 0 时接近 1。
lesson-why-slope-silu = 乘积法则给出两部分：sigmoid 本身，以及净输入乘以 sigmoid 的导数；合起来就是 { $a } 加上 sigmoid 乘以 1 − { $a }。
lesson-why-slope-gelu-tanh = 乘积法则给出两部分：份额本身，以及净输入乘以份额增长的快慢。
lesson-why-slope-own-activation = 这是作者自己的激活函数对净输入的导数。
lesson-why-softmax-slope-own = 净输入增大会抬高自己的输出，幅度是 { $a }·(1 − { $a })：份额越大，还能争取的就越少。
lesson-why-softmax-slope-other = 在 softmax 中，每个输出都取决于每个净输入。输出加起来等于 1，{ $partner } 多得的正是别的输出失去的：导数为负。
lesson-why-delta =
    { $delta ->
        [descent] 这个数表示 { $z }_{ $subject } 增大时误差下降得有多快：它指向下坡的方向。指向 { $subject } 的每个权重都要用到它。
       *[gradient] 这个数表示误差对 { $z }_{ $subject } 有多敏感；指向 { $subject } 的每个权重都要用到它。
    }
lesson-why-delta-cross-entropy =
    Sigmoid 与交叉熵正好相配：两个因子的乘积{ $delta ->
        [descent] 变号之后就是目标减输出。
       *[gradient] 就是输出减目标。
    }
lesson-why-delta-path = { $z }_{ $subject } 会影响这一层的每个输出。这条路径经过 { $a }_{ $partner }：把误差对这个输出的偏导数，乘以这个输出对 { $z }_{ $subject } 的偏导数{ $delta ->
        [descent] ，再变号。
       *[gradient] 。
    }
lesson-why-delta-paths = Softmax 的全部 { $count } 个输出都取决于 { $z }_{ $subject }，所以有 { $count } 条路径通向误差；链式法则把它们相加。
lesson-why-delta-short = softmax 配交叉熵时，完整算法的结果总是{ $delta ->
        [descent] 目标减输出
       *[gradient] 输出减目标
    }，因为各目标之和为 1。两种算法必须一致。
lesson-why-net-slope-by-output = 在 { $z }_{ $subject } 中，{ $a }_{ $partner } 乘的是 { $factor }，所以导数就是 { $factor }。
lesson-why-net-slope-by-weight = 在 { $z }_{ $subject } 中，{ $partner } 乘的是 { $factor }，所以导数就是 { $factor }。
lesson-why-net-slope-by-bias = { $partner } 直接加进 { $z }_{ $subject }，两者变化一样快，所以导数是 1。
lesson-why-net-slope-by-constant = 在 { $z }_{ $subject } 中，{ $partner } 乘的是固定的输入 { $constant }，所以导数就是 { $constant }。
lesson-why-net-slope-by-input = 在 { $z }_{ $subject } 中，{ $partner } 乘的是 { $factor }，所以导数就是 { $factor }。
lesson-why-net-slope-by-new = 在 { $z }_{ $subject } 中，{ $partner } 的值乘的是旧权重，那才是导数。逐层更新时，这里换成新的 { $factor }：从这里往前传的都不是梯度。
lesson-why-shared-bias-path = { $subject } 是 { $count } 个神经元共用的偏置。这里只看它经过 { $partner }，{ $loss }会受到多大影响。
lesson-why-shared-bias = { $subject } 是 { $count } 个神经元共用的偏置，所以要把 { $count } 条路径相加。
lesson-why-input = 输入不参与训练；这个偏导数说明误差对 { $subject } 有多敏感。
lesson-why-input-path = { $subject } 通向 { $count } 个神经元。这里只看它经过 { $partner }，{ $loss }会受到多大影响。

## Why: graphs

lesson-why-node-output = 这就是输出：反向传播从这里开始。
lesson-why-node-used-by = { $subject } 是中间值，{ $users } 要用到它。
lesson-why-node-used = { $subject } 是中间值，有 { $count } 个节点要用到它。
lesson-why-node-idle = 没有节点用到 { $subject }，所以反向传播不会经过这里。
lesson-why-start = 它的变化就是它自身的变化：导数为 1。反向传播时，其余的导数都乘在这个 1 上。
lesson-rule-product =
    { $count ->
        [2] 乘积对一个因子的偏导数，就是另一个因子。
       *[other] 乘积对一个因子的偏导数，就是其余因子的乘积。
    }
lesson-rule-sum = { $used } 直接加进 { $node }，两者变化一样快，所以导数是 1。
lesson-rule-difference = { $used } 在 { $node } 中是被减去的：它增大多少，{ $node } 就减小多少，所以导数是 −1。
lesson-rule-power = 幂的求导法则：指数移到前面作因子，原来的指数减 1。
lesson-rule-relu = relu 在 0 以上原样传递变化，在 0 以下什么也不传；在 0 处导数约定取 0。
lesson-rule-abs = 绝对值的偏导数在 0 以上是 1，在 0 以下是 −1；在 0 处约定取 0。
lesson-rule-choice = 只有被选中的那个起作用；两者相等时取第一个。
lesson-rule = 把 { $node } 的公式对 { $used } 求偏导，其余的量都看作常数。
lesson-why-node-chain = { $subject } 先影响 { $partner }，{ $loss }再随之变化：把这条路径上的两个导数相乘。
lesson-why-node-unused = { $loss }的计算没有用到 { $subject }，所以导数是 0。
lesson-why-node-path = { $subject } 用在 { $count } 处。这里只看它经过 { $partner }，{ $loss }会受到多大影响。
lesson-why-direct-path = { $subject } 用在 { $count } 处。在这一处，{ $loss }的公式直接用到它。
lesson-why-one-more =
    { $sign ->
        [negative] { $subject } 增加 1，{ $output } 就减少{ $by }。
       *[positive] { $subject } 增加 1，{ $output } 就增加{ $by }。
    }
lesson-why-small-change =
    { $subject } 稍有变化时，{ $output }{ $sign ->
        [negative] 向相反的方向
       *[positive] 向相同的方向
    }变化，幅度{ $about ->
        [yes] 大约
       *[no] {""}
    }{ $times ->
        [same] 相同。
        [half] 是它的一半。
        [third] 是它的三分之一。
        [quarter] 是它的四分之一。
        [tenth] 是它的十分之一。
        [twice] 是它的两倍。
       *[other] 是它的 { $by } 倍。
    }

## Why: the update

lesson-why-batch-loss =
    { $reduction ->
        [sum] 把本批 { $count } 个样本的误差相加，它们用的是同样的权重。
       *[mean] 这是本批 { $count } 个样本的平均，它们用的是同样的权重。
    }
lesson-why-epoch-loss =
    { $reduction ->
        [sum] 把全部 { $count } 个样本的误差相加，各按遇到它时的权重：权重在各批之间已经改变。
       *[mean] 这是全部 { $count } 个样本的平均，各按遇到它时的权重：权重在各批之间已经改变。
    }
lesson-why-validation-loss = 这是 { $count } 个验证样本的平均误差，用的是本轮开始时的权重，任何权重都不会因它们而改变。
lesson-why-batch-gradient =
    { $reduction ->
        [sum] 把 { $count } 个样本的梯度相加。
       *[mean] 这是 { $count } 个样本的梯度的平均。
    }
lesson-why-output-error =
    { $sign ->
        [positive] 输出太小。对这个输入，规则会提高 { $subject } 的净输入。
        [negative] 输出太大。对这个输入，规则会降低 { $subject } 的净输入。
        [zero] 回答正确，误差为 0，这个样本不要求任何改变。
       *[unknown] 符号说明输出偏向哪一边。
    }
lesson-why-batch-correction =
    { $reduction ->
        [sum] 对 { $count } 个样本，分别用误差乘以 { $subject } 当时所乘的数，再把这些乘积相加。
       *[mean] 对 { $count } 个样本，分别用误差乘以 { $subject } 当时所乘的数，再取平均。
    }
lesson-why-learning-rate = 学习率计划规定每一轮的学习率，所有参数共用它。
lesson-why-decayed-gradient = 权重衰减把 { $subject } 自身的一部分加到它的梯度上，于是更新也把 { $subject } 拉向零。
lesson-why-given-gradient = 这个梯度由本课给定，每轮一个。下面各步就是优化器用它做的事。
lesson-why-velocity = 之前的速度乘以 beta 而减弱，再加上梯度：方向一致的梯度会累积，正负交替的梯度会抵消。
lesson-why-square-sum = 把梯度的平方加到以前各次更新的平方上。这个和从不减小。
lesson-why-square-mean = 之前的平均乘以它的 beta 而减弱，其余的权重给梯度的平方：越早的梯度影响越小。
lesson-why-gradient-mean = 之前的平均乘以 beta1 而减弱，其余的权重给梯度：越早的梯度影响越小。
lesson-why-corrected-mean = 这个平均从零开始，最初几次更新还压不过这个起点。除以各梯度至今所占的权重，就补上了这一点。
lesson-why-own-quantity = 这是本课自己定义的优化器中的一步，只为 { $subject } 计算。
lesson-why-look-ahead = 在前向传播之前，优化器先把 { $subject } 移到它预计会到的地方。直到求出梯度为止，各步用的都是 { $subject }_ahead；更新时又从 { $subject } 本身出发。
lesson-why-taken-ahead = 这个梯度是在 { $subject }_ahead 处求的，而不是在 { $subject } 处。
lesson-why-new-by-momentum = 更新减去的是 η（学习率）乘以速度，而不是梯度：{ $subject } 会沿着以前的梯度所推的方向继续移动。
lesson-why-new-by-nesterov = 更新减去 η（学习率）乘以“梯度加 beta 倍的速度”，就像在速度所指的前方取梯度一样。
lesson-why-new-by-adagrad = 梯度除以其平方和的根，于是每个参数有自己的步长；epsilon 使除数不为零。
lesson-why-new-by-rmsprop = 梯度除以其平方平均的根，于是每个参数有自己的步长；epsilon 使除数不为零。
lesson-why-new-by-adam = 梯度的平均除以平方平均的根：步长几乎与梯度的大小无关，只看它们有多一致。epsilon 使除数不为零。
lesson-why-new-by-adamw = 梯度的平均除以平方平均的根；权重衰减不经过梯度，直接把 { $subject } 拉向零。
lesson-why-new-by-perceptron =
    { $change ->
        [larger] 感知机规则加上 η（学习率）× 误差 × { $subject } 所乘的数。这里它是正的，所以 { $subject } 变大。
        [smaller] 感知机规则加上 η（学习率）× 误差 × { $subject } 所乘的数。这里它是负的，所以 { $subject } 变小。
        [same] 感知机规则加上 η（学习率）× 误差 × { $subject } 所乘的数。这里它是 0：要么回答正确，要么 { $subject } 没有参与。所以 { $subject } 保持不变。
       *[unknown] 感知机规则加上 η（学习率）× 误差 × { $subject } 所乘的数。这里不需要导数。
    }
lesson-why-new-by-mixture =
    { $sign ->
        [positive] 更新减去 η（学习率）× 经过新权重传来的量，把它当作梯度。它为正，所以 { $subject } 减小。
        [negative] 更新减去 η（学习率）× 经过新权重传来的量，把它当作梯度。它为负，所以 { $subject } 增大。
        [zero] 更新减去 η（学习率）× 经过新权重传来的量，把它当作梯度。它为零，所以 { $subject } 保持不变。
       *[unknown] 更新减去 η（学习率）× 经过新权重传来的量，把它当作梯度。
    }
lesson-why-new-by-own = 这是本课自己定义的优化器的最后一步：得出新的 { $subject }。
lesson-why-new-parameter =
    { $sign ->
        [positive] 更新时减去 η × 梯度（η 是学习率）。梯度为正，所以 { $subject } 减小。
        [negative] 更新时减去 η × 梯度（η 是学习率）。梯度为负，所以 { $subject } 增大。
        [zero] 更新时减去 η × 梯度（η 是学习率）。梯度为零，所以 { $subject } 保持不变。
       *[unknown] 更新时减去 η × 梯度（η 是学习率）：往下坡走一步。
    }

## Where one is

lesson-layer-inputs = 输入
lesson-layer-hidden = 隐藏层
lesson-layer-hidden-of-several = 隐藏层 { $number }
lesson-layer-output = 输出层
lesson-stage-look-ahead = 前瞻
lesson-stage-forward = 前向
lesson-stage-forward-layer = 前向，{ $layer }
lesson-stage-error = 误差
lesson-stage-backward = 反向
lesson-stage-backward-layer = 反向，{ $layer }
lesson-stage-update = 更新
lesson-place-epoch = 第 { $epoch } 轮
lesson-place-sample = 样本 { $sample }/{ $all }
lesson-place-validation-all = 验证
lesson-place-validation = 验证样本 { $sample }/{ $all }
lesson-place-batch = 批次 { $batch }/{ $all }
lesson-place-step = 步骤 { $step }/{ $all }

## Conventions, in a few words each

lesson-convention-forward-only = 只有前向传播
lesson-convention-half-squared-error =
    { $count ->
        [1] E = ½(target − { $a })²
       *[other] E = ½Σ(target − { $a })²
    }
lesson-convention-squared-error =
    { $count ->
        [1] E = (target − { $a })²
       *[other] E = Σ(target − { $a })²
    }
lesson-convention-mean-squared-error =
    { $count ->
        [1] E = (target − { $a })²
       *[other] E = Σ(target − { $a })²/{ $count }
    }
lesson-convention-absolute-error =
    { $count ->
        [1] E = |target − { $a }|
       *[other] E = Σ|target − { $a }|
    }
lesson-convention-hinge =
    { $count ->
        [1] E = max(0, 1 − target·{ $a })
       *[other] E = Σ max(0, 1 − target·{ $a })
    }
lesson-convention-own-loss = 作者自己的损失
lesson-convention-surrogate = 替代斜率
lesson-convention-binary-cross-entropy = 二元交叉熵
lesson-convention-cross-entropy = E = −Σ target·ln({ $a })
lesson-convention-descent = δ = −∂E/∂{ $z }
lesson-convention-output = 输出：{ $name }
lesson-convention-no-biases = 无偏置
lesson-convention-biases =
    { $count ->
        [1] 一个偏置
       *[other] 有偏置
    }
lesson-convention-biases-fixed =
    { $count ->
        [1] 偏置不训练
       *[other] 偏置都不训练
    }
lesson-convention-biases-partly-fixed = 部分偏置不训练
lesson-convention-shared-biases-trained =
    { $count ->
        [1] 共用偏置参与训练
       *[other] 各层共用偏置参与训练
    }
lesson-convention-biases-trained =
    { $count ->
        [1] 偏置参与训练
       *[other] 偏置均参与训练
    }
lesson-convention-one-sample = 逐个样本更新
lesson-convention-all-samples =
    { $reduction ->
        [sum] { $count } 个样本求和
       *[mean] { $count } 个样本取平均
    }
lesson-convention-batches =
    { $reduction ->
        [sum] 每批 { $count } 个，求和
       *[mean] 每批 { $count } 个，取平均
    }
lesson-convention-decay = g = 梯度 + λw
lesson-convention-given-gradients = 梯度为给定值
lesson-convention-momentum = v = βv + g, w −= ηv
lesson-convention-nesterov = Nesterov: η(g + βv)
lesson-convention-adagrad = s += g², w −= ηg/(√s + ε)
lesson-convention-rmsprop = RMSprop, w −= ηg/(√s + ε)
lesson-convention-adam = Adam，ε 在根号外
lesson-convention-adamw = AdamW，ε 在根号外
lesson-convention-perceptron = w += η·error·x
lesson-convention-own-optimizer = 自定义优化器
lesson-convention-look-ahead = 自定义优化器，在前瞻点求 g
lesson-convention-all-at-once = 所有权重同时更新
lesson-header-biases-not-trained =
    { $count ->
       *[other] 偏置不训练
    }
lesson-header-updated-together = 所有权重同时更新
lesson-convention-layer-by-layer = 逐层更新
lesson-convention-not-the-gradient = 逐层更新：不是梯度
lesson-convention-rate = η = { $rate }
lesson-convention-exact-significant = { $count } 位有效数字
lesson-convention-exact = { $decimals } 位小数
lesson-convention-paper-decimals = 每步舍入到 { $count } 位小数
lesson-convention-paper-significant = 每步舍入到 { $count } 位有效数字
lesson-convention-paper-kinds = { $usual }（{ $kinds }）
lesson-convention-paper-many-kinds = { $usual }，部分步骤另有规定
lesson-convention-paper-half-even = { $usual }，四舍六入五成双

## Paper: results are rounded on the way

lesson-drift = 精确值 { $exact }，偏差 { $gap }
lesson-drift-none = 精确值 { $exact }，没有偏差
lesson-drift-open = 精确值 { $exact }，这些位数内没有偏差
lesson-sign-lost = 纸面上结果为零：全被舍去了。精确计算时它不是 0。
lesson-sign-turned =
    { $sign ->
        [zero] 这里剩下的只是舍入的结果。精确计算时它是 0。
        [positive] 舍入使符号反了过来。精确计算时它为正。
       *[negative] 舍入使符号反了过来。精确计算时它为负。
    }
lesson-why-new-too-small = 更新时减去 η × 梯度（η 是学习率）。这一步小于保留的位数：舍入之后，{ $subject } 保持不变。
lesson-why-new-by-rounding = 更新时减去 η × 梯度（η 是学习率）。对结果舍入使 { $subject } 移动得比梯度还多。
lesson-why-delta-short-on-paper = softmax 配交叉熵时，完整算法的结果总是输出减目标，因为各目标之和为 1。在纸上两种算法都经过舍入，末位可能不同。

## What keeps a lesson from going on

lesson-fault-division-by-zero = 除以零
lesson-fault-logarithm-of-zero = 零没有对数
lesson-fault-logarithm-of-negative = 负数没有对数
lesson-fault-root-of-negative = 负数没有平方根
lesson-fault-power-of-negative = 负数没有非整数次幂
lesson-fault-too-large = 结果的位数太多，无法计算
lesson-assumed-tie = 再高的精度也无法把这个值与两个舍入结果的正中点区分开，所以按正好在中点处理。之后的一切都以此为前提。
lesson-assumed-kink = 再高的精度也无法把这一步里的某个值与折点或跳变点区分开，所以按正好在该点处理，导数取教学中约定的值。之后的一切都以此为前提。
lesson-assumed-bound = 再高的精度也无法把这个值与用来比较的界限区分开，所以按正好等于界限处理：既不低于它，也不超过它。之后的一切都以此为前提。
lesson-fault-undecided-zero = 有一个值太接近零，用几千位二进制也无法与零区分：不能用它作除数，也算不出它的对数
lesson-fault-undecided-sign = 有一个值离折点或跳变太近，无法判定它在哪一侧
lesson-fault-undecided-digits = 有一个值离两种舍入结果的中点太近，无法判定它的数字
lesson-halt-diverged = 训练在第 { $epoch } 轮发散：`{ $name }` 超过了 10^15；减小学习率也许有帮助
lesson-halt-diverged-somewhere = 训练在第 { $epoch } 轮发散：有一个值超过了 10^15；减小学习率也许有帮助
lesson-halt-reached = 训练在第 { $epoch } 轮停止：`{ $name }` 低于 { $limit }，所以这是最后一轮，不再更新
lesson-halt-no-gradient = 第 { $epoch } 轮无法计算：本课只给出了 { $given } 轮的梯度
lesson-halt-in-epoch = 第 { $epoch } 轮
lesson-halt-in-sample = 第 { $epoch } 轮，样本 { $sample }
lesson-halt-in-batch = 第 { $epoch } 轮，批次 { $batch }
lesson-halt-failed = 训练中止（{ $at }）：无法计算 `{ $step }`：{ $fault }
lesson-halt-failed-somewhere = 训练中止（{ $at }）：有一个值无法计算：{ $fault }

## The runs of a lesson, side by side

lesson-runs = 几次运行对比
lesson-run-base = 本课
lesson-run-batch-size = 每批的样本数
lesson-run-updates = 每轮的更新次数
lesson-run-after = 最后一轮之后：

## What is not found

lesson-find-no-name = 这一课没有步骤 `{ $name }`
lesson-find-nearest = 这一课没有步骤 `{ $name }`；是否想写 `{ $nearest }`？
lesson-find-no-number = 这里没有编号 { $number }；编号从 1 到 { $largest }
lesson-find-no-run = 这一课没有名为 `{ $name }` 的运行
lesson-find-nearest-run = 这一课没有名为 `{ $name }` 的运行；是否想找 `{ $nearest }`？
